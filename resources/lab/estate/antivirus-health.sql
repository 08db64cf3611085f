-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: now
SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12) AS id, deviceId AS machineId, deviceName AS computerDnsName,
       CASE WHEN osPlatform LIKE 'Windows%' THEN 'windows' WHEN osPlatform = 'macOS' THEN 'mac' ELSE 'linux' END AS osKind, osPlatform, osVersion, CASE WHEN dice % 20 = 0 THEN '1' ELSE '0' END AS avMode,
       '1.4' || CASE WHEN isOld THEN 19 ELSE 24 END || '.' || dice % 900 || '.0' AS avSignatureVersion, '1.1.26010.1' AS avEngineVersion, '4.18.26010.5' AS avPlatformVersion,
       CASE WHEN isOld THEN 'False' ELSE 'True' END AS avIsSignatureUpToDate, 'True' AS avIsEngineUpToDate, 'True' AS avIsPlatformUpToDate,
       lastSeen - CASE WHEN isOld THEN 12 ELSE 1 END * 864000000000 AS avSignaturePublishTime, lastSeen - CASE WHEN isOld THEN 11 ELSE 0 END * 864000000000 - 36000000000 AS avSignatureUpdateTime,
       lastSeen - 9 * 864000000000 AS avEngineUpdateTime, lastSeen - 20 * 864000000000 AS avPlatformUpdateTime,
       CASE WHEN dice % 33 = 0 THEN 'Failed' ELSE 'Completed' END AS quickScanResult, CASE WHEN dice % 33 = 0 THEN '0x80508023' ELSE '' END AS quickScanError, lastSeen - (dice % 40) * 36000000000 AS quickScanTime,
       CASE WHEN dice % 9 = 0 THEN 'Completed' ELSE '' END AS fullScanResult, '' AS fullScanError, CASE WHEN dice % 9 = 0 THEN lastSeen - (dice % 15) * 864000000000 END AS fullScanTime,
       lastSeen AS lastSeenTime, CAST(?1 AS BIGINT) AS dataRefreshTimestamp, rbacGroupName, coalesce(try_cast(rbacGroupId AS BIGINT), 0) AS rbacGroupId
FROM (SELECT *, md5('av/' || deviceId) AS h, dice % 8 = 0 OR healthStatus <> 'Active' AS isOld FROM Devices)
ORDER BY deviceName
