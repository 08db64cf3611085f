-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: now
SELECT p.id, p.osPlatform || ' lab baseline' AS name, 'What the lab asks of ' || p.osPlatform || '.' AS description, 'CIS' AS benchmark, '1.0.0' AS version,
       p.osPlatform AS operatingSystem, '' AS operatingSystemVersion, true AS status, 'Level 1' AS complianceLevel, (SELECT count(*) FROM Settings) AS settingsNumber,
       'security.desk@haldenmarine.example' AS createdBy, 'security.desk@haldenmarine.example' AS lastUpdatedBy, CAST(?1 AS BIGINT) - 90 * 864000000000 AS createdOnTimeOffset,
       CAST(?1 AS BIGINT) - 14 * 864000000000 AS lastUpdateTimeOffset,
       (SELECT count(*) FROM (SELECT s.deviceId FROM DeviceSettings s JOIN Devices d ON d.deviceId = s.deviceId WHERE d.osPlatform = p.osPlatform GROUP BY 1 HAVING bool_and(s.isCompliant))) AS passedDevices,
       p.devices AS totalDevices
FROM (SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12) AS id, osPlatform, devices
    FROM (SELECT md5('profile/' || osPlatform) AS h, osPlatform, count(*) AS devices FROM Devices WHERE osPlatform LIKE 'Windows%' GROUP BY osPlatform)) p
ORDER BY 2
