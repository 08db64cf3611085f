-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
WITH Profile AS (SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12) AS id, osPlatform, devices
    FROM (SELECT md5('profile/' || osPlatform) AS h, osPlatform, count(*) AS devices FROM Devices WHERE osPlatform LIKE 'Windows%' GROUP BY osPlatform))
SELECT d.deviceId || '_' || p.id || '_' || (s.number // 4 + 1 || '.' || s.number % 4 + 1 || '.' || s.number) AS id, d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, s.number // 4 + 1 || '.' || s.number % 4 + 1 || '.' || s.number AS configurationId,
       p.id AS profileId, s.isApplicable, s.isCompliant, d.lastSeen AS dataCollectionTimeOffset, d.lastSeen AS complianceCalculationTimeOffset, '["1"]' AS recommendedValue,
       CASE WHEN s.isCompliant THEN '["1"]' ELSE '["0"]' END AS currentValue, to_json(['HKLM\SOFTWARE\Policies\Lab\' || replace(s.subcategory, ' ', '')])::VARCHAR AS source
FROM DeviceSettings s JOIN Devices d ON d.deviceId = s.deviceId JOIN Profile p ON p.osPlatform = d.osPlatform
ORDER BY id
