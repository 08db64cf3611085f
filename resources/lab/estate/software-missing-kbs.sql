-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: id
SELECT w.kb AS id, regexp_replace(w.title, '(®|™)', '', 'g') || ' security update ' || w.newest AS name,
       CAST(coalesce(try_cast(string_split(w.newest, '.')[3] AS BIGINT), 0) AS BIGINT) AS osBuild, to_json([w.product])::VARCHAR AS productsNames,
       'https://updates.lab.example/kb/' || w.kb AS url, count(DISTINCT v.deviceId) AS machineMissedOn, count(DISTINCT w.id) AS cveAddressed
FROM Weaknesses w JOIN DeviceWeaknesses v ON v.cveId = w.id AND v.product = w.product
WHERE w.kb <> '' AND NOT w.hasNoUpdate AND w.vendor || '-_-' || w.product = ?1
GROUP BY ALL
ORDER BY 1
