-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: id
WITH Task AS (SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12) AS id, p.id AS product,
           regexp_replace(p.title, '(®|™)', '', 'g') AS title, p.vendor, p.newest, p.product AS name, e.exposed, e.targets, e.rbacGroups, CAST(md5_number_lower(p.id) % 1000 AS BIGINT) AS dice
    FROM (SELECT *, md5('task/' || id) AS h FROM Products) p
    JOIN (SELECT v.vendor, v.product, count(DISTINCT v.deviceId) AS exposed, max(q.installed) AS targets, to_json(list_sort(list(DISTINCT d.rbacGroupName)))::VARCHAR AS rbacGroups
          FROM DeviceWeaknesses v JOIN Devices d ON d.deviceId = v.deviceId JOIN Products q ON q.vendor = v.vendor AND q.product = v.product GROUP BY 1, 2) e
        ON e.vendor = p.vendor AND e.product = p.product
    WHERE md5_number_lower(p.id) % 2 = 0)
SELECT DISTINCT d.deviceId AS id, d.deviceName AS computerDnsName, d.osPlatform, d.rbacGroupName, d.rbacGroupId
FROM Task t JOIN DeviceWeaknesses v ON v.vendor = t.vendor AND v.product = t.name JOIN Devices d ON d.deviceId = v.deviceId
WHERE t.id = ?1
ORDER BY 2
