-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number // 4 + 1 || '.' || number % 4 + 1 || '.' || number AS id, name, name || '.' AS description, category, 'Level 1' AS complianceLevel, 'CCE-' || (90000 + number * 37) || '-' || number % 10 AS cce,
       'Devices without it are easier to take over.' AS rationale, 'Set it by group policy under ' || subcategory || '.' AS remediation, '["1"]' AS recommendedValue,
       to_json(['HKLM\SOFTWARE\Policies\Lab\' || replace(subcategory, ' ', '')])::VARCHAR AS source
FROM Settings
ORDER BY number
