// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/plainrecord.h"

#include "app/base/ascii.h"
#include "app/base/compactjson.h"
#include "app/base/jsoncursor.h"
#include "app/base/jsontext.h"
#include "app/base/ticks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace watchdesk::defender {

namespace {

/// Times are ASCII and short; what is not is no time, or none that is read here.
std::optional<Ticks> ticksFrom(std::string_view text)
{
    std::array<char16_t, 40> wide;
    if (text.size() > wide.size() || !isAscii(text))
        return std::nullopt;
    std::copy(text.begin(), text.end(), wide.begin());
    return ticksFromIso(QStringView(wide.data(), qsizetype(text.size())));
}

bool isLowerGuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool isHex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (isDash ? text[i] != '-' : !isHex)
            return false;
    }
    return true;
}

/// The text between the quotes; nothing for what is no string, or has escapes.
std::optional<std::string_view> plainText(std::string_view json)
{
    if (json.front() != '"' || json.find('\\') != std::string_view::npos)
        return std::nullopt;
    return json.substr(1, json.size() - 2);
}

} // namespace

PlainRecord::PlainRecord(const QList<ColumnSource> &fields, const QString &key, std::optional<QByteArray> parentId)
    : m_parentId(std::move(parentId))
    , m_found(size_t(fields.size()))
    , m_values(size_t(fields.size()) + 1)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        m_types.push_back(fields[i].column.type);
        for (int rank = 0; rank < fields[i].names.size(); ++rank)
            m_targets[fields[i].names[rank].toStdString()].push_back({size_t(i), rank});
        if (!key.isEmpty() && fields[i].column.name == key)
            m_key = int(i);
    }
    m_hasKeyColumn = key.isEmpty() || m_key >= 0;
}

bool PlainRecord::read(std::string_view text)
{
    m_unknown.clear();
    m_scratch.resize(0);
    std::fill(m_found.begin(), m_found.end(), Found());
    if (!collect(text) || !hasKey())
        return false;
    for (size_t i = 0; i < m_types.size(); ++i) {
        if (!readCell(m_types[i], m_found[i].json, m_values[i]))
            return false;
    }
    return readExtra(m_values.back());
}

bool PlainRecord::collect(std::string_view text)
{
    JsonCursor cursor(text);
    cursor.enter('{');
    for (size_t position = 0; cursor.next('}'); ++position) {
        const std::string_view name = cursor.name();
        const std::string_view json = cursor.value();
        if (cursor.isBroken())
            return false;
        if (const auto *targets = targetsOf(name, position)) {
            if (!place(*targets, json))
                return false;
        } else if (!isAscii(name)) {
            return false;
        } else if (!name.starts_with("@odata.")) {
            m_unknown.emplace_back(name, json);
        }
    }
    return cursor.atEnd();
}

const std::vector<PlainRecord::Target> *PlainRecord::targetsOf(std::string_view name, size_t position)
{
    constexpr size_t kMostMembers = 200; // a record may have any number
    const bool isKept = position < std::min(m_members.size(), kMostMembers);
    if (isKept && m_members[position].targets && m_members[position].name == name)
        return m_members[position].targets;
    const auto known = m_targets.find(name);
    const Member member = known == m_targets.end() ? Member() : Member{known->first, &known->second};
    if (isKept)
        m_members[position] = member;
    else if (position == m_members.size() && position < kMostMembers)
        m_members.push_back(member);
    return member.targets;
}

/// Of two members with one name the last counts, which is left to QJsonDocument.
bool PlainRecord::place(const std::vector<Target> &targets, std::string_view json)
{
    for (const Target &target : targets) {
        Found &found = m_found[target.column];
        if (found.rank == target.rank)
            return false;
        if (found.rank < 0 || target.rank < found.rank)
            found = {target.rank, json};
    }
    return true;
}

/// By its own name: what an alias holds is no key.
bool PlainRecord::hasKey() const
{
    if (m_key < 0)
        return m_hasKeyColumn;
    const Found &found = m_found[size_t(m_key)];
    if (found.rank != 0)
        return false;
    return isIntegral(m_types[size_t(m_key)]) ? found.json != "null"
                                              : found.json.front() == '"' && found.json != "\"\"";
}

bool PlainRecord::readCell(ColumnType type, std::string_view json, Value &value)
{
    value.kind = Value::Kind::Null;
    if (json.empty() || json == "null")
        return true;
    if (const auto text = plainText(json); text && readText(type, *text, value))
        return true;
    if (json.front() != '"' &&
        (readLong(type, json, value) || (type == ColumnType::Dynamic && readNested(json, value))))
        return true;
    auto cell = cellFromJson(jsonFromText(json), type);
    if (!cell)
        return false;
    value.kind = Value::Kind::Cell;
    value.cell = std::move(*cell);
    return true;
}

bool PlainRecord::readText(ColumnType type, std::string_view text, Value &value) const
{
    if (type == ColumnType::String || (type == ColumnType::Guid && isLowerGuid(text))) {
        value.kind = Value::Kind::Text;
        value.text = text;
        return true;
    }
    if (text.empty())
        return true; // null
    const auto ticks = type == ColumnType::DateTime ? ticksFrom(text) : std::nullopt;
    if (!ticks)
        return false;
    value.kind = Value::Kind::Integer;
    value.integer = *ticks;
    return true;
}

bool PlainRecord::readLong(ColumnType type, std::string_view json, Value &value) const
{
    if (type == ColumnType::Bool && (json == "true" || json == "false")) {
        value.integer = json == "true" ? 1 : 0;
    } else if ((type == ColumnType::Long || type == ColumnType::Int) && isPlainInteger(json)) {
        std::from_chars(json.data(), json.data() + json.size(), value.integer);
        if (type == ColumnType::Int && value.integer != qint32(value.integer))
            return false;
    } else {
        return false;
    }
    value.kind = Value::Kind::Integer;
    return true;
}

bool PlainRecord::readNested(std::string_view json, Value &value)
{
    const qsizetype begin = m_scratch.size();
    if (!appendCompactJson(json, m_scratch))
        return false;
    keepScratch(begin, value);
    return true;
}

bool PlainRecord::readExtra(Value &value)
{
    value.kind = Value::Kind::Null;
    if (m_unknown.empty())
        return true;
    const qsizetype begin = m_scratch.size();
    if (!appendCompactObject(m_unknown, m_scratch))
        return false;
    keepScratch(begin, value);
    return true;
}

void PlainRecord::keepScratch(qsizetype begin, Value &value) const
{
    value.kind = Value::Kind::Scratch;
    value.integer = begin;
    value.size = m_scratch.size() - begin;
}

void PlainRecord::appendTo(Table &table) const
{
    const auto append = [&](Column &column, const Value &value) {
        switch (value.kind) {
        case Value::Kind::Null:
            return column.appendNull();
        case Value::Kind::Integer:
            return column.appendInteger(value.integer);
        case Value::Kind::Text:
            return column.appendText(value.text);
        case Value::Kind::Scratch:
            return column.appendText(std::string_view(m_scratch.constData() + value.integer, size_t(value.size)));
        case Value::Kind::Cell:
            return appendCell(column, value.cell);
        }
    };
    qsizetype at = 0;
    for (size_t i = 0; i < m_types.size(); ++i)
        append(table.column(at++), m_values[i]);
    if (m_parentId)
        table.column(at++).appendText(std::string_view(m_parentId->constData(), size_t(m_parentId->size())));
    append(table.column(at), m_values.back());
}

} // namespace watchdesk::defender
