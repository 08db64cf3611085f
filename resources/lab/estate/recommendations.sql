-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM (
    SELECT 'va-_-' || s.id AS id, s.name AS productName, 'Update ' || regexp_replace(s.title, '(®|™)', '', 'g') AS recommendationName, s.weaknesses, s.vendor,
           s.newest AS recommendedVersion, '' AS recommendedProgram, s.vendor AS recommendedVendor,
           CASE WHEN s.category = 'Operating system' THEN 'OS' ELSE 'Application' END AS recommendationCategory, '' AS subCategory,
           CAST(0 AS DOUBLE) AS severityScore, s.isPublic AS publicExploit, s.isAlerted AS activeAlert, '[]' AS associatedThreats, 'Update' AS remediationType, 'Active' AS status,
           CAST(0 AS DOUBLE) AS configScoreImpact, s.impact AS exposureImpact, s.installed AS totalMachineCount, s.exposed AS exposedMachinesCount,
           CAST(0 AS BIGINT) AS nonProductivityImpactedAssets, regexp_replace(s.title, '(®|™)', '', 'g') AS relatedComponent, s.hasNoUpdate AS hasUnpatchableCve, CAST(0 AS BIGINT) AS exposedCriticalDevices
    FROM (SELECT p.id, p.product AS name, p.title, p.vendor, p.newest, p.category, p.installed, count(DISTINCT v.deviceId) AS exposed, count(DISTINCT w.id) AS weaknesses,
                 bool_or(w.isPublic) AS isPublic, bool_or(w.hasNoUpdate) AS hasNoUpdate,
                 p.product IN (SELECT product FROM Inventory JOIN AlertedFiles ON lower(AlertedFiles.fileName) = lower(Inventory.fileName)) AS isAlerted,
                 CAST(round(sum(w.score) / 10 / (SELECT greatest(count(*), 1) FROM Devices), 6) AS DOUBLE) AS impact
          FROM Products p JOIN DeviceWeaknesses v ON v.vendor = p.vendor AND v.product = p.product JOIN Weaknesses w ON w.id = v.cveId AND w.product = p.product
          GROUP BY ALL) s
    UNION ALL
    SELECT 'sca-_-scid-' || number, subcategory, name, CAST(1 AS BIGINT), 'microsoft', '', '', '', category, subcategory, CAST(weight AS DOUBLE), false, false, '[]', 'ConfigurationChange', 'Active',
           CAST(weight * count(*) FILTER (NOT isCompliant) * 1.0 / count(*) AS DOUBLE), CAST(0 AS DOUBLE), count(*), count(*) FILTER (NOT isCompliant),
           CASE WHEN isNoticed THEN CAST(0 AS BIGINT) ELSE count(*) FILTER (NOT isCompliant) END, subcategory, false, CAST(0 AS BIGINT)
    FROM DeviceSettings WHERE isApplicable GROUP BY number, category, subcategory, name, weight, isNoticed HAVING count(*) FILTER (NOT isCompliant) > 0
)
ORDER BY id
