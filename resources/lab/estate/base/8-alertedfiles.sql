-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
--
-- The files that alerts are about.
SELECT DISTINCT FileName AS fileName, AlertId AS alertId FROM AlertEvidence WHERE FileName <> ''
