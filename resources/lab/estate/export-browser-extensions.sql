-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT i.deviceId AS DeviceId, d.deviceName AS DeviceName, coalesce(try_cast(d.rbacGroupId AS BIGINT), 0) AS RbacGroupId, d.rbacGroupName AS RbacGroupName, i.browser AS BrowserName, e.id AS ExtensionId, e.name AS ExtensionName,
       e.text AS ExtensionDescription, e.version AS ExtensionVersion, e.risk AS ExtensionRisk, md5_number_lower(i.deviceId || e.id || 'on') % 10 < 8 AS IsActivated,
       strftime(make_timestamp((i.firstSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS InstallationTime, e.permissions AS Permissions
FROM (SELECT deviceId, CASE product WHEN 'edge' THEN 'edge' WHEN 'chrome' THEN 'chrome' ELSE 'firefox' END AS browser, min(firstSeen) AS firstSeen
      FROM Inventory WHERE product IN ('edge', 'chrome', 'firefox') GROUP BY ALL) i
JOIN Devices d ON d.deviceId = i.deviceId
JOIN (VALUES
    ('abcdlabextensionreader00000000001', 'Page Reader', 'Reads pages aloud.', '2.4.1', 'Low', '[{"Id":"storage","IsRequired":true,"Risk":"Low"}]', 40),
    ('abcdlabextensioncoupon00000000002', 'Coupon Finder', 'Finds vouchers while shopping.', '11.0.3', 'High', '[{"Id":"webRequest","IsRequired":true,"Risk":"High"},{"Id":"cookies","IsRequired":true,"Risk":"High"}]', 12),
    ('abcdlabextensionvault000000000003', 'Password Vault', 'Fills in sign-ins.', '7.1.0', 'Medium', '[{"Id":"nativeMessaging","IsRequired":true,"Risk":"Medium"},{"Id":"tabs","IsRequired":false,"Risk":"Medium"}]', 65)
) AS e(id, name, text, version, risk, permissions, share) ON md5_number_lower(i.deviceId || e.id) % 100 < e.share
ORDER BY i.deviceId, e.id
