-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: id
-- gives: machines
SELECT DISTINCT DeviceId FROM DeviceLogonEvents WHERE lower(AccountName) = lower(?1) ORDER BY 1
