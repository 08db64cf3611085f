// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/readrequest.h"

#include "app/base/jsoncursor.h"
#include "app/base/safetext.h"
#include "app/base/ticks.h"

#include <QCoreApplication>
#include <QUrl>

namespace watchdesk::defender {

namespace {

using Place = ResourceParameter::Place;

tl::unexpected<Error> invalid(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

/// The value as the service takes it.
Result<QString> valueOf(const ResourceParameter &parameter, const QString &given)
{
    bool isGood = !given.isEmpty() && given.size() <= 500 && !hasHiddenCharacters(given);
    if (parameter.type == ColumnType::Long) {
        const qint64 number = given.toLongLong(&isGood);
        isGood = isGood && number >= 0 && (parameter.most == 0 || number <= parameter.most);
    } else if (parameter.type == ColumnType::DateTime) {
        isGood = ticksFromIso(given).has_value();
    } else if (parameter.type == ColumnType::Bool) {
        isGood = given == QStringLiteral("true") || given == QStringLiteral("false");
    }
    if (isGood)
        return given;
    return invalid(QCoreApplication::translate("defender", "\"%1\" is no value for %2: %3.")
                       .arg(visibleText(given, 100), parameter.name, parameter.meaning));
}

Result<void> checkNames(const Resource &resource, const ListOptions &options)
{
    for (auto it = options.parameters.cbegin(); it != options.parameters.cend(); ++it) {
        const bool isKnown = std::any_of(resource.parameters.begin(), resource.parameters.end(),
                                         [&](const ResourceParameter &known) { return known.name == it.key(); });
        if (!isKnown)
            return invalid(QCoreApplication::translate("defender", "%1 takes no \"%2\".")
                               .arg(resource.name, visibleText(it.key(), 100)));
    }
    if (resource.isRelation() && options.of.isEmpty())
        return invalid(QCoreApplication::translate("defender", "%1 needs the key of one of %2.")
                           .arg(resource.name, resource.parent));
    if (!resource.isRelation() && !options.of.isEmpty())
        return invalid(QCoreApplication::translate("defender", "%1 belong to nothing.").arg(resource.name));
    for (const QString &property : options.expand) {
        if (!resource.expand.contains(property))
            return invalid(QCoreApplication::translate("defender", "%1 cannot be expanded by \"%2\".")
                               .arg(resource.name, visibleText(property, 100)));
    }
    return {};
}

class TargetBuilder
{
public:
    TargetBuilder(const Resource &resource, const ListOptions &options)
        : m_resource(resource)
        , m_options(options)
        , m_target{resource.path, {}, {}}
    {
    }

    Result<ReadTarget> build()
    {
        if (const auto good = placeParent(); !good)
            return failure(good.error());
        addOdata();
        for (const ResourceParameter &parameter : m_resource.parameters) {
            if (const auto good = place(parameter); !good)
                return failure(good.error());
        }
        return m_target;
    }

private:
    void add(const QString &name, const QString &value)
    {
        m_target.query += (m_target.query.isEmpty() ? QString() : QStringLiteral("&")) + name + u'=' + encoded(value);
    }

    Result<void> placeParent()
    {
        if (!m_resource.isRelation())
            return {};
        const auto key = pathSegment(m_options.of);
        if (!key)
            return failure(key.error());
        m_target.path.replace(QStringLiteral("{id}"), *key);
        return {};
    }

    void addOdata()
    {
        if (m_resource.topMax > 0)
            add(QStringLiteral("$top"),
                QString::number(m_options.top > 0 ? qMin(m_options.top, m_resource.topMax) : m_resource.topMax));
        if (m_resource.pageMax > 0)
            add(QStringLiteral("pageSize"),
                QString::number(m_options.top > 0 ? qMin(m_options.top, m_resource.pageMax) : m_resource.pageMax));
        if (!m_options.filter.isEmpty())
            add(QStringLiteral("$filter"), m_options.filter);
        if (!m_options.expand.isEmpty())
            add(QStringLiteral("$expand"), m_options.expand.join(u','));
    }

    Result<void> place(const ResourceParameter &parameter)
    {
        const bool isParent = parameter.place == Place::Body && m_resource.isRelation();
        const QString given = isParent ? m_options.of : m_options.parameters.value(parameter.name);
        if (given.isEmpty() && !parameter.required)
            return {};
        const auto value = valueOf(parameter, given);
        if (!value)
            return failure(value.error());
        if (parameter.place == Place::Query)
            add(parameter.name, *value);
        else if (parameter.place == Place::Body)
            m_target.body.insert(parameter.name, QJsonArray::fromStringList(value->split(u',', Qt::SkipEmptyParts)));
        else // in OData's quotes a quote is doubled
            m_target.path.replace(u'{' + parameter.name + u'}',
                                  encoded(QString(*value).replace(u'\'', QStringLiteral("''"))));
        return {};
    }

    const Resource &m_resource;
    const ListOptions &m_options;
    ReadTarget m_target;
};

QString withoutQuotes(const QString &text)
{
    return text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"') ? text.mid(1, text.size() - 2) : text;
}

} // namespace

Result<QString> pathSegment(const QString &id)
{
    const bool isBad = id.isEmpty() || id.size() > 500 || id == QStringLiteral(".") || id == QStringLiteral("..") ||
                       hasHiddenCharacters(id) || id.contains(u'/') || id.contains(u'\\');
    if (isBad)
        return invalid(QCoreApplication::translate("defender", "\"%1\" is no id.").arg(visibleText(id, 100)));
    return encoded(id);
}

Result<ReadTarget> listTarget(const Resource &resource, const ListOptions &options)
{
    if (resource.path.isEmpty())
        return invalid(QCoreApplication::translate("defender", "%1 cannot be listed.").arg(resource.name));
    if (const auto good = checkNames(resource, options); !good)
        return failure(good.error());
    return TargetBuilder(resource, options).build();
}

Result<QString> showPath(const Resource &resource, const QString &id)
{
    if (resource.showPath.isEmpty())
        return invalid(
            QCoreApplication::translate("defender", "The service shows no single one of %1.").arg(resource.name));
    const auto segment = pathSegment(id);
    if (!segment)
        return failure(segment.error());
    return QString(resource.showPath).replace(QStringLiteral("{id}"), *segment);
}

QString parentIdOf(const Resource &resource, const ListOptions &options)
{
    if (resource.isRelation())
        return options.of;
    QStringList values;
    for (const ResourceParameter &parameter : resource.parameters) {
        if (options.parameters.contains(parameter.name))
            values.append(options.parameters.value(parameter.name));
    }
    return values.join(QStringLiteral(" "));
}

QJsonArray recordsOf(const Resource &resource, const QJsonValue &answer)
{
    if (resource.kind == Resource::Kind::Count)
        return {QJsonObject{{QStringLiteral("value"), answer}}};
    const QJsonValue value = answer[QStringLiteral("value")];
    if (resource.kind == Resource::Kind::Value)
        return {QJsonObject{{QStringLiteral("value"), withoutQuotes(value.toString())}}};
    if (!value.isArray())
        return {answer};
    QJsonArray records;
    for (const QJsonValue &record : value.toArray()) {
        const QJsonObject object = record.toObject();
        if (object.size() == 1 && object.value(QStringLiteral("value")).isArray()) {
            for (const QJsonValue &inner : object.value(QStringLiteral("value")).toArray())
                records.append(inner);
        } else {
            records.append(record);
        }
    }
    return records;
}

RecordTexts recordsOf(const Resource &resource, const RecordTexts &page)
{
    for (qsizetype i = 0; i < page.size(); ++i) {
        JsonCursor cursor(page.text(i));
        cursor.enter('{');
        if (cursor.next('}') && cursor.name() != "value" && !cursor.isBroken())
            continue;
        return RecordTexts(recordsOf(resource, QJsonObject{{QStringLiteral("value"), page.toArray()}}));
    }
    return page;
}

} // namespace watchdesk::defender
