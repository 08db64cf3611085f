-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: id since
SELECT CAST(?1 AS VARCHAR) AS ipAddress, count(DISTINCT DeviceId) AS organizationPrevalence, min(Timestamp) AS orgFirstSeen, max(Timestamp) AS orgLastSeen
FROM DeviceNetworkEvents WHERE RemoteIP = ?1 AND Timestamp >= CAST(?2 AS BIGINT)
