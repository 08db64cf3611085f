-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: id
SELECT lower(AccountDomain) || '\' || lower(AccountName) AS id, lower(AccountName) AS accountName, lower(AccountDomain) AS accountDomain, max(AccountSid) AS accountSid,
       min(Timestamp) AS firstSeen, max(Timestamp) AS lastSeen, mode(DeviceId) AS mostPrevalentMachineId, arg_min(DeviceId, Timestamp) AS leastPrevalentMachineId,
       string_agg(DISTINCT LogonType, ', ' ORDER BY LogonType) AS logonTypes, count(DISTINCT DeviceId) AS logOnMachinesCount, coalesce(bool_or(IsLocalAdmin), false) AS isDomainAdmin,
       bool_and(LogonType = 'Network') AS isOnlyNetworkUser
FROM DeviceLogonEvents
WHERE DeviceId = ?1 AND AccountName <> '' AND ActionType <> 'LogonFailed'
GROUP BY lower(AccountDomain), lower(AccountName)
ORDER BY lastSeen DESC
