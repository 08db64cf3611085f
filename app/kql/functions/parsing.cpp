// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// parse_…: paths, command lines, URLs, XML, CSV.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QUrl>
#include <QUrlQuery>
#include <QXmlStreamReader>

#include <algorithm>

namespace watchdesk::kql {

namespace {

std::string member(const char *name, std::string_view value)
{
    return '"' + std::string(name) + "\":" + jsonQuoted(value);
}

// --- Paths ------------------------------------------------------------------------------------------

size_t lastSlash(Text text)
{
    const size_t at = text.find_last_of("/\\");
    return at == Text::npos ? 0 : at + 1;
}

/// "C:" where the path starts with a drive, also after "\\?\".
Text rootOf(Text path)
{
    if (path.starts_with("\\\\?\\"))
        path.remove_prefix(4);
    const bool drive = path.size() >= 2 && path[1] == ':' && std::isalpha(static_cast<unsigned char>(path[0]));
    return drive ? path.substr(0, 2) : Text();
}

std::string parsePath(Text text)
{
    Text scheme;
    const size_t colon = text.find("://");
    if (colon != Text::npos) {
        scheme = text.substr(0, colon);
        text.remove_prefix(colon + 3);
    }
    const size_t nameStart = lastSlash(text);
    const Text directory = nameStart > 1 ? text.substr(0, nameStart - 1) : text.substr(0, nameStart);
    Text name = text.substr(nameStart);
    Text stream;
    const size_t streamColon = name.find(':');
    if (streamColon != Text::npos && nameStart > 0) {
        stream = name.substr(streamColon + 1);
        name = name.substr(0, streamColon);
    }
    const size_t dot = name.rfind('.');
    return '{' + member("Scheme", scheme) + ',' + member("RootPath", rootOf(text)) + ',' +
           member("DirectoryPath", directory) + ',' + member("DirectoryName", directory.substr(lastSlash(directory))) +
           ',' + member("Filename", name) + ',' +
           member("Extension", dot == Text::npos ? Text() : name.substr(dot + 1)) + ',' +
           member("AlternateDataStreamName", stream) + '}';
}

// --- Command lines, by the rules of CommandLineToArgvW ----------------------------------------------

bool isBlank(char c) { return c == ' ' || c == '\t'; }

/// The program's name: backslashes are only that, and quotes end where the next one stands.
std::string programName(Text line, size_t &at)
{
    std::string name;
    if (at < line.size() && line[at] == '"') {
        const size_t end = std::min(line.find('"', at + 1), line.size());
        name = line.substr(at + 1, end - at - 1);
        at = std::min(end + 1, line.size());
        return name;
    }
    while (at < line.size() && !isBlank(line[at]))
        name += line[at++];
    return name;
}

/// A run of backslashes before a quote stands for half as many; an odd one makes the quote a character.
std::string argument(Text line, size_t &at)
{
    std::string out;
    int quotes = 0;
    size_t slashes = 0;
    for (; at < line.size() && (quotes > 0 || !isBlank(line[at])); ++at) {
        if (line[at] == '\\') {
            out += '\\';
            ++slashes;
        } else if (line[at] == '"') {
            out.erase(out.size() - (slashes + 1) / 2);
            if (slashes % 2 == 0)
                ++quotes;
            else
                out += '"';
            slashes = 0;
            for (; at + 1 < line.size() && line[at + 1] == '"'; ++at) {
                if (++quotes == 3) {
                    out += '"';
                    quotes = 0;
                }
            }
            quotes = quotes == 2 ? 0 : quotes;
        } else {
            out += line[at];
            slashes = 0;
        }
    }
    return out;
}

MaybeText parseCommandLine(Text line, Text rules)
{
    if (rules != "windows" && rules != "Windows")
        return std::nullopt;
    std::vector<std::string> parts;
    size_t at = 0;
    while (at < line.size()) {
        if (isBlank(line[at]) && !parts.empty()) {
            ++at;
            continue;
        }
        parts.push_back(jsonQuoted(parts.empty() ? programName(line, at) : argument(line, at)));
    }
    return parts.empty() ? MaybeText() : jsonArrayFrom(parts);
}

// --- URLs -------------------------------------------------------------------------------------------

std::string queryParameters(const QString &query)
{
    std::string members;
    for (const auto &[name, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded))
        members +=
            (members.empty() ? "" : ",") + jsonQuoted(name.toStdString()) + ':' + jsonQuoted(value.toStdString());
    return "\"Query Parameters\":{" + members + '}';
}

MaybeText parseUrl(Text text)
{
    const QUrl url(QString::fromUtf8(text.data(), qsizetype(text.size())));
    if (!url.isValid() || url.scheme().isEmpty())
        return std::nullopt;
    const auto part = [](const char *name, const QString &value) { return member(name, value.toStdString()); };
    return '{' + part("Scheme", url.scheme()) + ',' + part("Host", url.host()) + ',' +
           part("Port", url.port() < 0 ? QString() : QString::number(url.port())) + ',' + part("Path", url.path()) +
           ',' + part("Username", url.userName()) + ',' + part("Password", url.password()) + ',' +
           queryParameters(url.query(QUrl::FullyEncoded)) + ',' + part("Fragment", url.fragment()) + '}';
}

std::string parseUrlQuery(Text text)
{
    Text query = text;
    if (query.starts_with("?"))
        query.remove_prefix(1);
    return '{' + queryParameters(QString::fromUtf8(query.data(), qsizetype(query.size()))) + '}';
}

// --- XML --------------------------------------------------------------------------------------------

const int kMaxXmlDepth = 200;

/// Members of one element in the order in which they came; several of one name become an array.
class XmlElement
{
public:
    void add(const std::string &name, std::string value)
    {
        const auto known =
            std::find_if(m_members.begin(), m_members.end(), [&](const auto &m) { return m.name == name; });
        if (known == m_members.end())
            m_members.push_back({name, {std::move(value)}});
        else
            known->values.push_back(std::move(value));
    }

    /// Nothing in it is null, text alone is the text.
    std::string json() const
    {
        if (m_members.empty())
            return "null";
        if (m_members.size() == 1 && m_members[0].name == "#text" && m_members[0].values.size() == 1)
            return m_members[0].values[0];
        std::string out = "{";
        for (const auto &[name, values] : m_members)
            out += (out.size() > 1 ? "," : "") + jsonQuoted(name) + ':' +
                   (values.size() == 1 ? values[0] : jsonArrayFrom(values));
        return out + '}';
    }

private:
    struct Member
    {
        std::string name;
        std::vector<std::string> values;
    };
    std::vector<Member> m_members;
};

/// A number stays one.
std::string xmlValue(const QString &text)
{
    const std::string trimmed = text.trimmed().toStdString();
    return jsonKind(trimmed) == '0' && isJson(trimmed) ? trimmed : jsonQuoted(trimmed);
}

std::string xmlElement(QXmlStreamReader &reader, int depth)
{
    XmlElement element;
    for (const auto &attribute : reader.attributes())
        element.add('@' + attribute.qualifiedName().toString().toStdString(),
                    jsonQuoted(attribute.value().toString().toStdString()));
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            if (depth >= kMaxXmlDepth)
                reader.raiseError(QStringLiteral("too deep"));
            else {
                const std::string name = reader.qualifiedName().toString().toStdString();
                element.add(name, xmlElement(reader, depth + 1));
            }
            break;
        case QXmlStreamReader::EndElement:
            return element.json();
        case QXmlStreamReader::Characters:
            if (!reader.isWhitespace() && !reader.isCDATA())
                element.add("#text", xmlValue(reader.text().toString()));
            break;
        default:
            break;
        }
    }
    return "null";
}

MaybeText parseXml(Text text)
{
    if (text.size() > 1'048'576)
        return std::nullopt;
    QXmlStreamReader reader(QString::fromUtf8(text.data(), qsizetype(text.size())));
    reader.setNamespaceProcessing(false);
    std::string root;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const std::string name = reader.qualifiedName().toString().toStdString();
        root = '{' + jsonQuoted(name) + ':' + xmlElement(reader, 0) + '}';
    }
    return reader.hasError() || root.empty() ? MaybeText() : MaybeText(root);
}

// --- CSV --------------------------------------------------------------------------------------------

/// The fields of the first record; "" inside of quotes is one quote.
std::string parseCsv(Text text)
{
    std::vector<std::string> fields;
    std::string field;
    bool quoted = false;
    for (size_t i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size() || (!quoted && (text[i] == '\n' || text[i] == '\r'));
        if (end || (!quoted && text[i] == ',')) {
            fields.push_back(jsonQuoted(field));
            field.clear();
            if (end)
                break;
        } else if (text[i] == '"') {
            const bool doubled = quoted && i + 1 < text.size() && text[i + 1] == '"';
            if (doubled)
                field += text[++i];
            else
                quoted = !quoted;
        } else {
            field += text[i];
        }
    }
    return jsonArrayFrom(fields);
}

/// Up to four numbers of at most eight digits as one that orders as the versions do.
MaybeText parseVersion(Text text)
{
    std::string digits;
    int count = 0;
    for (size_t at = 0; at <= text.size(); ++count) {
        const size_t end = std::min(text.find('.', at), text.size());
        const Text part = text.substr(at, end - at);
        const bool number = !part.empty() && part.size() <= 8 &&
                            std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!number || count == 4)
            return std::nullopt;
        digits += std::string("00000000").replace(8 - std::min<size_t>(8, part.size()), std::string::npos, part);
        at = end + 1;
    }
    digits += std::string(size_t(8 * (4 - count)), '0');
    const size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? "0" : digits.substr(first);
}

} // namespace

QList<NativeFunction> parsingFunctions()
{
    return {
        native("kql_parse_path", parsePath),       native("kql_parse_command_line", parseCommandLine),
        native("kql_parse_url", parseUrl),         native("kql_parse_urlquery", parseUrlQuery),
        native("kql_parse_xml", parseXml),         native("kql_parse_csv", parseCsv),
        native("kql_parse_version", parseVersion),
    };
}

} // namespace watchdesk::kql
