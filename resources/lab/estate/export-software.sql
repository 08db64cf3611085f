-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, i.vendor AS softwareVendor, i.product AS softwareName, i.version AS softwareVersion,
       (SELECT count(DISTINCT v.cveId) FROM DeviceWeaknesses v WHERE v.deviceId = i.deviceId AND v.product = i.product AND v.version = i.version) AS numberOfWeaknesses,
       CASE WHEN i.folder = '' THEN '[]' ELSE to_json([i.folder])::VARCHAR END AS diskPaths, '[]' AS registryPaths,
       strftime(make_timestamp((i.firstSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS softwareFirstSeenTimestamp, 'None' AS endOfSupportStatus, '' AS endOfSupportDate
FROM Inventory i JOIN Devices d ON d.deviceId = i.deviceId
ORDER BY d.deviceId, i.vendor, i.product, i.version
