-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 'lab_' || deviceId AS id, deviceId AS machineId, deviceName AS machineName, lastSeen, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12) AS assignedApplicationId,
       '7.4.1' AS scannerSoftwareVersion, lastSeen - 36000000000 AS lastCommandExecutionTimestamp, '10.8760.26100.1' AS mdeClientVersion
FROM (SELECT *, md5('agent/' || deviceId) AS h FROM Devices WHERE osPlatform LIKE 'WindowsServer%' AND healthStatus = 'Active')
ORDER BY deviceName
LIMIT 3
