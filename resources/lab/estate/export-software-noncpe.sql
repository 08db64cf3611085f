-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, i.vendor AS softwareVendor, i.product AS softwareName, i.version AS softwareVersion, strftime(make_timestamp((i.lastSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS softwareLastSeenTimestamp,
       'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\' || i.title AS registryPath
FROM Inventory i JOIN Devices d ON d.deviceId = i.deviceId
WHERE i.vendor <> 'microsoft' AND NOT EXISTS (SELECT 1 FROM Weaknesses w WHERE w.product = i.product AND w.isPublic)
ORDER BY d.deviceId, i.product
