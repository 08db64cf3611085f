-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT DISTINCT ON (w.id) w.id, upper(left(w.severity, 1)) || lower(substr(w.severity, 2)) || ' weakness in ' || regexp_replace(w.title, '(®|™)', '', 'g') AS name,
       regexp_replace(w.title, '(®|™)', '', 'g') || ' before ' || w.newest || ' lets ' ||
           CASE w.effect WHEN 0 THEN 'a signed-in user become administrator' WHEN 1 THEN 'somebody on the network run programs'
               WHEN 2 THEN 'somebody on the network stop the service' ELSE 'a signed-in user read what others keep to themselves' END || '.' AS description,
       w.severity, w.score AS cvssV3,
       CASE w.effect WHEN 0 THEN 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H' WHEN 1 THEN 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
           WHEN 2 THEN 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' ELSE 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N' END AS cvssVector,
       CAST(coalesce(x.exposed, 0) AS BIGINT) AS exposedMachines, w.published AS publishedOn, w.updated AS updatedOn, x.firstSeen AS firstDetected,
       w.isPublic AS publicExploit, w.isVerified AS exploitVerified, w.isInKit AS exploitInKit,
       CASE WHEN w.isPublic THEN CASE w.effect WHEN 0 THEN '["Local privilege escalation"]' WHEN 1 THEN '["Remote"]' WHEN 2 THEN '["Denial of service"]' ELSE '["Local"]' END ELSE '[]' END AS exploitTypes,
       '[]' AS exploitUris, 'Supported' AS cveSupportability, w.likelihood AS epss
FROM Weaknesses w JOIN (SELECT cveId, vendor, product, count(DISTINCT deviceId) AS exposed, min(firstSeen) AS firstSeen FROM DeviceWeaknesses GROUP BY ALL) x
    ON x.cveId = w.id AND x.vendor = w.vendor AND x.product = w.product
ORDER BY w.id
