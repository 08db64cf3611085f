-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: now
SELECT CAST(?1 AS BIGINT) AS time, CAST(round(least(100, 4 * avg(coalesce(v.load, 0))), 6) AS DOUBLE) AS score, d.rbacGroupName, max(d.rbacGroupId) AS rbacGroupId
FROM Devices d LEFT JOIN (SELECT deviceId, sum(w.score) / 10 AS load FROM DeviceWeaknesses v JOIN Weaknesses w ON w.id = v.cveId AND w.product = v.product GROUP BY 1) v
    ON v.deviceId = d.deviceId
GROUP BY d.rbacGroupName
ORDER BY 3
