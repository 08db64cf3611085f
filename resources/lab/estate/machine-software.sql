-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: id
SELECT p.id, p.product AS name, p.vendor, CAST(coalesce(w.weaknesses, 0) AS BIGINT) AS weaknesses, coalesce(w.isPublic, false) AS publicExploit,
       coalesce(a.isAlerted, false) AS activeAlert, CAST(coalesce(v.exposed, 0) AS BIGINT) AS exposedMachines, p.installed AS installedMachines,
       CAST(round(coalesce(w.weight, 0) * coalesce(v.exposed, 0) / (SELECT greatest(count(*), 1) FROM Devices), 6) AS DOUBLE) AS impactScore,
       true AS isNormalized, p.category
FROM Products p
LEFT JOIN (SELECT vendor, product, count(*) AS weaknesses, bool_or(isPublic) AS isPublic, sum(score) / 10 AS weight FROM Weaknesses GROUP BY ALL) w
    ON w.vendor = p.vendor AND w.product = p.product
LEFT JOIN (SELECT vendor, product, count(DISTINCT deviceId) AS exposed FROM DeviceWeaknesses GROUP BY ALL) v
    ON v.vendor = p.vendor AND v.product = p.product
LEFT JOIN (SELECT vendor, product, true AS isAlerted FROM Inventory JOIN AlertedFiles ON lower(AlertedFiles.fileName) = lower(Inventory.fileName) GROUP BY ALL) a
    ON a.vendor = p.vendor AND a.product = p.product
WHERE EXISTS (SELECT 1 FROM Inventory i WHERE i.deviceId = ?1 AND i.vendor = p.vendor AND i.product = p.product)
ORDER BY p.id
