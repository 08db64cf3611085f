-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: now
SELECT CAST(?1 AS BIGINT) AS time, CAST(round(sum(weight) FILTER (isCompliant) * 1.0 / (SELECT greatest(count(*), 1) FROM Devices) * 10, 2) AS DOUBLE) AS score
FROM DeviceSettings WHERE isApplicable
