-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: id
SELECT DISTINCT d.deviceId AS id, d.deviceName AS computerDnsName, d.osPlatform, d.rbacGroupName, d.rbacGroupId
FROM Devices d
WHERE d.deviceId IN (SELECT deviceId FROM DeviceWeaknesses WHERE 'va-_-' || vendor || '-_-' || product = ?1
                     UNION ALL SELECT deviceId FROM DeviceSettings WHERE 'sca-_-scid-' || number = ?1 AND isApplicable AND NOT isCompliant)
ORDER BY 2
