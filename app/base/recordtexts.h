// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace watchdesk {

class JsonCursor;

/// The records of a list as JSON, each where it stands in the answer that brought it. Shares the answer when copied;
/// immutable, so any thread may read it.
class RecordTexts
{
public:
    RecordTexts() = default;
    explicit RecordTexts(const QJsonArray &records);

    /// The items of the array at which the cursor stands; nothing where it breaks. The cursor walks through `json`.
    static std::optional<RecordTexts> fromCursor(const QByteArray &json, JsonCursor &cursor);

    qsizetype size() const { return m_places ? qsizetype(m_places->size()) : 0; }
    bool isEmpty() const { return size() == 0; }
    /// A JSON value. Lives as long as this does.
    std::string_view text(qsizetype index) const;
    QJsonArray toArray() const;

private:
    struct Place
    {
        qsizetype begin = 0;
        qsizetype size = 0;
    };
    using Places = std::vector<Place>;

    RecordTexts(QByteArray json, Places places);

    QByteArray m_json;
    std::shared_ptr<const Places> m_places;
};

} // namespace watchdesk
