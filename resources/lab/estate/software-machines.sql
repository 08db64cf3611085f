-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: id
SELECT DISTINCT d.deviceId AS id, d.deviceName AS computerDnsName, d.osPlatform, d.rbacGroupName, d.rbacGroupId
FROM Inventory i JOIN Devices d ON d.deviceId = i.deviceId
WHERE i.vendor || '-_-' || i.product = ?1
ORDER BY 2
