-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which scripts this file has had.
CREATE TABLE SchemaVersion (Number INTEGER);

-- The KQL types of all tables' columns in physical order: a BIGINT may be a long, a datetime or a timespan.
CREATE TABLE ColumnTypes (TableName VARCHAR, Position INTEGER, ColumnName VARCHAR, TypeName VARCHAR);
