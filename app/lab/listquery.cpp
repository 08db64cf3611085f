// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/listquery.h"

#include "app/lab/http.h"
#include "app/lab/odata/parser.h"

namespace watchdesk::lab {

namespace {

using Outcome = tl::expected<void, ApiError>;

tl::unexpected<ApiError> refusal(const QString &message)
{
    return tl::unexpected<ApiError>(ApiError{ApiCode::ODataError, message});
}

tl::expected<qint64, ApiError> wholeNumber(const QString &option, const QString &text)
{
    bool ok = false;
    const qint64 value = text.trimmed().toLongLong(&ok);
    if (ok && value >= 0)
        return value;
    return refusal(QStringLiteral("Invalid value '%1' for %2 query option found. The %2 query option requires a "
                                  "non-negative integer value.")
                       .arg(text.left(100), option));
}

class ListQueryReader
{
public:
    explicit ListQueryReader(const defender::Resource &resource)
        : m_resource(resource)
    {
    }

    Outcome take(const QString &option, const QString &value);
    ListQuery query;

private:
    Outcome filter(const QString &value);
    Outcome top(const QString &value);
    Outcome skip(const QString &value);
    Outcome expand(const QString &value);
    Outcome count(const QString &value);

    const defender::Resource &m_resource;
};

Outcome ListQueryReader::take(const QString &option, const QString &value)
{
    const QString name = option.toLower();
    if (name == QLatin1String("$filter"))
        return filter(value);
    if (name == QLatin1String("$top"))
        return top(value);
    if (name == QLatin1String("$skip"))
        return skip(value);
    if (name == QLatin1String("$expand"))
        return expand(value);
    if (name == QLatin1String("$count"))
        return count(value);
    if (name.startsWith(u'$'))
        return refusal(QStringLiteral("The query parameter '%1' is not supported.").arg(option.left(100)));
    return {}; // what is not OData's is nobody's business
}

Outcome ListQueryReader::filter(const QString &value)
{
    auto parsed = parseFilter(value, filterProperties(m_resource), m_resource.name);
    if (!parsed)
        return refusal(QStringLiteral("The query specified in the URI is not valid. %1").arg(parsed.error().message));
    query.filter = std::move(*parsed);
    query.filterText = value;
    return {};
}

Outcome ListQueryReader::top(const QString &value)
{
    const auto number = wholeNumber(QStringLiteral("$top"), value);
    if (!number)
        return tl::unexpected<ApiError>(number.error());
    if (m_resource.topMax > 0 && *number > m_resource.topMax)
        return refusal(
            QStringLiteral("The query specified in the URI is not valid. The limit of '%1' for Top query has "
                           "been exceeded. The value from the incoming request is '%2'.")
                .arg(QString::number(m_resource.topMax), QString::number(*number)));
    query.top = *number;
    return {};
}

Outcome ListQueryReader::skip(const QString &value)
{
    const auto number = wholeNumber(QStringLiteral("$skip"), value);
    if (!number)
        return tl::unexpected<ApiError>(number.error());
    query.skip = *number;
    return {};
}

Outcome ListQueryReader::expand(const QString &value)
{
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString wanted = part.trimmed();
        const auto found = std::find_if(m_resource.expand.begin(), m_resource.expand.end(), [&](const QString &name) {
            return name.compare(wanted, Qt::CaseInsensitive) == 0;
        });
        if (found == m_resource.expand.end())
            return refusal(
                QStringLiteral("The query specified in the URI is not valid. Property '%1' on type '%2' is not "
                               "a navigation property. Only navigation properties can be expanded.")
                    .arg(wanted.left(100), m_resource.name));
        query.expand.append(*found);
    }
    return {};
}

Outcome ListQueryReader::count(const QString &value)
{
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        return refusal(QStringLiteral("Invalid value '%1' for $count query option found.").arg(value.left(100)));
    query.wantsCount = value == QLatin1String("true");
    return {};
}

} // namespace

tl::expected<ListQuery, ApiError> listQuery(const defender::Resource &resource, const QByteArray &query)
{
    ListQueryReader reader(resource);
    for (const auto &[option, value] : formPairs(query)) {
        if (const Outcome outcome = reader.take(option, value); !outcome)
            return tl::unexpected<ApiError>(outcome.error());
    }
    return reader.query;
}

QList<FilterProperty> filterProperties(const defender::Resource &resource)
{
    QList<FilterProperty> properties;
    for (qsizetype i = 0; i < resource.fields.size(); ++i) {
        const defender::ResourceField &field = resource.fields.at(i);
        const bool ignoreCase = !field.values.isEmpty() || field.type == ColumnType::Guid;
        properties.append({field.name, field.type, int(i), field.filterable, ignoreCase});
    }
    return properties;
}

QByteArray queryWithSkip(const ListQuery &query, qint64 skip)
{
    QByteArray text;
    if (!query.filterText.isEmpty())
        text += "$filter=" + query.filterText.toUtf8().toPercentEncoding("'(),:/") + '&';
    if (!query.expand.isEmpty())
        text += "$expand=" + query.expand.join(u',').toUtf8() + '&';
    if (query.wantsCount)
        text += "$count=true&";
    if (query.top)
        text += "$top=" + QByteArray::number(*query.top) + '&';
    return text + "$skip=" + QByteArray::number(skip);
}

} // namespace watchdesk::lab
