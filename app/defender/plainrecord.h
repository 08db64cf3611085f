// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/defender/cellreader.h"
#include "app/defender/columnsource.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace watchdesk::defender {

/// Reads the cells of a record from its text, as long as it is as plain as most are; what is not, and what is wrong, is
/// left to QJsonDocument. One for all records of a page: it keeps its room. One thread.
class PlainRecord
{
public:
    /// `key` must not be empty in a record; "" for none. The table's columns are those of `fields`, then the parent's
    /// (where `parentId` is given), then the unknown properties.
    PlainRecord(const QList<ColumnSource> &fields, const QString &key, std::optional<QByteArray> parentId);

    PlainRecord(const PlainRecord &) = delete;
    PlainRecord &operator=(const PlainRecord &) = delete;

    /// False where the record must be read the long way. `text` is valid UTF-8 and outlives appendTo().
    bool read(std::string_view text);
    /// Appends what was read as a row.
    void appendTo(Table &table) const;

private:
    /// A column that a name fills; of several names the one with the lowest rank counts.
    struct Target
    {
        size_t column = 0;
        int rank = 0;
    };
    struct Found
    {
        int rank = -1;
        std::string_view json;
    };
    /// One cell: a number, a part of the record's text, a part of m_scratch, or what the cell reader made.
    struct Value
    {
        enum class Kind { Null, Integer, Text, Scratch, Cell } kind = Kind::Null;
        qint64 integer = 0;         ///< the number, or where in m_scratch
        std::string_view text = {}; ///< the text
        qsizetype size = 0;         ///< of a part of m_scratch
        Cell cell = {};
    };
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
    };

    bool collect(std::string_view text);
    const std::vector<Target> *targetsOf(std::string_view name, size_t position);
    bool place(const std::vector<Target> &targets, std::string_view json);
    bool hasKey() const;
    bool readCell(ColumnType type, std::string_view json, Value &value);
    bool readText(ColumnType type, std::string_view text, Value &value) const;
    bool readLong(ColumnType type, std::string_view json, Value &value) const;
    bool readNested(std::string_view json, Value &value);
    bool readExtra(Value &value);
    void keepScratch(qsizetype begin, Value &value) const;

    std::vector<ColumnType> m_types;
    std::unordered_map<std::string, std::vector<Target>, Hash, std::equal_to<>> m_targets;
    /// What the last record had at each place: the next one mostly has the same.
    struct Member
    {
        std::string_view name; ///< the one in m_targets
        const std::vector<Target> *targets = nullptr;
    };
    std::vector<Member> m_members;
    bool m_hasKeyColumn = true;
    int m_key = -1; ///< its column; -1 for none
    std::optional<QByteArray> m_parentId;

    std::vector<Found> m_found;
    std::vector<std::pair<std::string_view, std::string_view>> m_unknown;
    std::vector<Value> m_values;
    QByteArray m_scratch;
};

} // namespace watchdesk::defender
