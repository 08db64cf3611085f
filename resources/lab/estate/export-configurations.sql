-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, strftime(make_timestamp((d.lastSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS timestamp, 'scid-' || s.number AS configurationId,
       CASE s.category WHEN 'SecurityControls' THEN 'Security controls' ELSE s.category END AS configurationCategory, s.subcategory AS configurationSubcategory, CAST(s.weight AS BIGINT) AS configurationImpact,
       s.name AS configurationName, s.isApplicable, s.isApplicable AND s.isCompliant AS isCompliant, s.isNoticed AS isExpectedUserImpact, 'sca-_-scid-' || s.number AS recommendationReference
FROM DeviceSettings s JOIN Devices d ON d.deviceId = s.deviceId
ORDER BY d.deviceId, s.number
