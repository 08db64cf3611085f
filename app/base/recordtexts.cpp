// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/recordtexts.h"

#include "app/base/jsoncursor.h"
#include "app/base/jsontext.h"

namespace watchdesk {

RecordTexts::RecordTexts(QByteArray json, Places places)
    : m_json(std::move(json))
    , m_places(std::make_shared<const Places>(std::move(places)))
{
}

RecordTexts::RecordTexts(const QJsonArray &records)
{
    Places places;
    places.reserve(size_t(records.size()));
    for (const QJsonValue &record : records) {
        const QByteArray text = jsonToText(record);
        places.push_back({m_json.size(), text.size()});
        m_json += text;
    }
    m_places = std::make_shared<const Places>(std::move(places));
}

std::optional<RecordTexts> RecordTexts::fromCursor(const QByteArray &json, JsonCursor &cursor)
{
    Places places;
    if (!cursor.enter('['))
        return std::nullopt;
    while (cursor.next(']')) {
        const std::string_view value = cursor.value();
        if (cursor.isBroken())
            return std::nullopt;
        places.push_back({value.data() - json.constData(), qsizetype(value.size())});
    }
    return cursor.isBroken() ? std::nullopt : std::optional(RecordTexts(json, std::move(places)));
}

std::string_view RecordTexts::text(qsizetype index) const
{
    const Place &place = (*m_places)[size_t(index)];
    return {m_json.constData() + place.begin, size_t(place.size)};
}

QJsonArray RecordTexts::toArray() const
{
    QJsonArray records;
    for (qsizetype i = 0; i < size(); ++i)
        records.append(jsonFromText(text(i)));
    return records;
}

} // namespace watchdesk
