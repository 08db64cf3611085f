// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/external/records.h"

#include "app/base/jsontext.h"
#include "app/kql/functions/jsonscan.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace watchdesk::kql {

namespace {

/// UTF-8, whatever the file begins with.
std::string decoded(const QByteArray &content)
{
    const auto encoding = QStringConverter::encodingForData(content);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    const QString text = decoder(content);
    return text.toStdString();
}

/// Fields between delimiters; one in quotes may hold delimiters, line ends and doubled quotes (RFC 4180).
class DelimitedReader
{
public:
    DelimitedReader(std::string_view text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    std::string records(bool ignoreFirst)
    {
        std::string json = "[";
        bool skip = ignoreFirst;
        while (m_at < m_text.size()) {
            const std::string record = nextRecord();
            if (!skip && !record.empty()) {
                json += json.size() > 1 ? "," : "";
                json += '[' + record + ']';
            }
            skip = false;
        }
        return json + ']';
    }

private:
    bool atLineEnd() const { return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    /// Empty for an empty line.
    std::string nextRecord()
    {
        std::string record;
        const bool isEmpty = atLineEnd();
        while (!isEmpty) {
            record += (record.empty() ? "" : ",") + jsonQuoted(nextField());
            if (m_at >= m_text.size() || m_text[m_at] != m_delimiter)
                break;
            ++m_at;
        }
        if (m_at < m_text.size() && m_text[m_at] == '\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        return record;
    }

    std::string nextField()
    {
        std::string field;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            for (++m_at; m_at < m_text.size(); ++m_at) {
                const bool isQuote = m_text[m_at] == '"';
                const bool isDoubled = isQuote && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
                if (isQuote && !isDoubled)
                    break;
                m_at += isDoubled;
                field += m_text[m_at];
            }
            ++m_at;
        }
        while (!atLineEnd() && m_text[m_at] != m_delimiter)
            field += m_text[m_at++];
        return field;
    }

    std::string_view m_text;
    char m_delimiter;
    size_t m_at = 0;
};

std::string lines(std::string_view text, bool ignoreFirst)
{
    std::string json = "[";
    bool skip = ignoreFirst;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (!skip) {
            json += json.size() > 1 ? "," : "";
            json += '[' + jsonQuoted(line) + ']';
        }
        skip = false;
    }
    return json + ']';
}

void addRecord(std::string &json, const QJsonValue &record)
{
    json += json.size() > 1 ? "," : "";
    json += jsonToText(record).toStdString();
}

/// A record a line.
std::string jsonLines(const std::string &text, bool ignoreFirst)
{
    std::string json = "[";
    bool skip = ignoreFirst;
    for (const QByteArray &line : QByteArray::fromStdString(text).split('\n')) {
        const auto record = QJsonDocument::fromJson(line);
        if (line.trimmed().isEmpty())
            continue;
        if (!skip && record.isObject())
            addRecord(json, record.object());
        skip = false;
    }
    return json + ']';
}

/// One array of records, one record, or records one after the other, over any number of lines.
std::string jsonDocuments(const std::string &text, bool ignoreFirst)
{
    const auto whole = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    std::string json = "[";
    if (whole.isArray()) {
        for (const QJsonValue &record : whole.array())
            addRecord(json, record);
    } else if (whole.isObject()) {
        addRecord(json, whole.object());
    } else {
        return jsonLines(text, ignoreFirst);
    }
    return json + ']';
}

const QHash<QString, char> &delimiters()
{
    static const QHash<QString, char> all{{QStringLiteral("csv"), ','},   {QStringLiteral("tsv"), '\t'},
                                          {QStringLiteral("tsve"), '\t'}, {QStringLiteral("psv"), '|'},
                                          {QStringLiteral("scsv"), ';'},  {QStringLiteral("sohsv"), '\x01'}};
    return all;
}

} // namespace

QStringList externalFormats()
{
    QStringList names = delimiters().keys();
    names += {QStringLiteral("txt"), QStringLiteral("raw"), QStringLiteral("json"), QStringLiteral("multijson"),
              QStringLiteral("singlejson")};
    names.sort();
    return names;
}

QString externalFormat(const QString &address)
{
    QString path = address.section(u'?', 0, 0).section(u';', 0, 0).toLower();
    for (const QStringView packed : {u".gz", u".zip"}) {
        if (path.endsWith(packed))
            path.chop(packed.size());
    }
    const QString ending = path.section(u'.', -1);
    return externalFormats().contains(ending) ? ending : QStringLiteral("csv");
}

std::optional<ExternalRecords> externalRecords(const QByteArray &content, const QString &format, bool ignoreFirst)
{
    const std::string text = decoded(content);
    if (const char delimiter = delimiters().value(format))
        return ExternalRecords{DelimitedReader(text, delimiter).records(ignoreFirst), false};
    if (format == u"txt")
        return ExternalRecords{lines(text, ignoreFirst), false};
    if (format == u"raw")
        return ExternalRecords{"[[" + jsonQuoted(text) + "]]", false};
    if (format == u"json")
        return ExternalRecords{jsonLines(text, ignoreFirst), true};
    if (format == u"multijson" || format == u"singlejson")
        return ExternalRecords{jsonDocuments(text, ignoreFirst), true};
    return std::nullopt;
}

} // namespace watchdesk::kql
