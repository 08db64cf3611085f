-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: now
SELECT id, 'Update ' || title AS title, 'Bring ' || title || ' to ' || newest || ' on all devices.' AS description,
       CAST(?1 AS BIGINT) - (3 + dice % 30) * 864000000000 AS createdOn, CAST(?1 AS BIGINT) + (dice % 21 - 3) * 864000000000 AS dueOn, 'Active' AS status,
       CAST(?1 AS BIGINT) - (3 + dice % 30) * 864000000000 AS statusLastModifiedOn, 'Software' AS category, 'Update' AS type,
       CASE dice % 3 WHEN 0 THEN 'High' WHEN 1 THEN 'Medium' ELSE 'Low' END AS priority, product AS productId, vendor AS vendorId, name AS nameId, title AS relatedComponent,
       newest AS recommendedVersion, vendor AS recommendedVendor, targets AS targetDevices, targets - exposed AS fixedDevices, rbacGroups AS rbacGroupNames,
       'vulnerability.desk@haldenmarine.example' AS requesterEmail, '' AS requesterNotes, 'AllExposedAssets' AS productivityImpactRemediationType
FROM (SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12) AS id, p.id AS product,
           regexp_replace(p.title, '(®|™)', '', 'g') AS title, p.vendor, p.newest, p.product AS name, e.exposed, e.targets, e.rbacGroups, CAST(md5_number_lower(p.id) % 1000 AS BIGINT) AS dice
    FROM (SELECT *, md5('task/' || id) AS h FROM Products) p
    JOIN (SELECT v.vendor, v.product, count(DISTINCT v.deviceId) AS exposed, max(q.installed) AS targets, to_json(list_sort(list(DISTINCT d.rbacGroupName)))::VARCHAR AS rbacGroups
          FROM DeviceWeaknesses v JOIN Devices d ON d.deviceId = v.deviceId JOIN Products q ON q.vendor = v.vendor AND q.product = v.product GROUP BY 1, 2) e
        ON e.vendor = p.vendor AND e.product = p.product
    WHERE md5_number_lower(p.id) % 2 = 0)
ORDER BY createdOn DESC, id
