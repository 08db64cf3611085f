// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/indicatorbook.h"

#include "app/base/ticks.h"
#include "app/lab/odata/parser.h"
#include "app/lab/requestbody.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kMaxIndicators = 15'000;
constexpr int kMaxValue = 2'048;

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isHash(const QString &type, const QString &value)
{
    static const QHash<QString, int> lengths{{QStringLiteral("FileSha1"), 40},
                                             {QStringLiteral("FileSha256"), 64},
                                             {QStringLiteral("FileMd5"), 32},
                                             {QStringLiteral("CertificateThumbprint"), 40}};
    return matches(QStringLiteral("[0-9a-fA-F]{%1}").arg(lengths.value(type)), value);
}

/// One address, no range; all eight groups of an IPv6 one.
bool isAddress(const QString &value)
{
    const QString byte = QStringLiteral("(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    return matches(QStringLiteral("(%1\\.){3}%1").arg(byte), value) ||
           matches(QStringLiteral("([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}"), value);
}

bool isDomain(const QString &value)
{
    return value.size() <= 253 &&
           matches(QStringLiteral("([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.)+[\\p{L}\\p{N}-]{2,63}"),
                   value);
}

bool isLink(const QString &value)
{
    const QUrl url(value.contains(QLatin1String("://")) ? value : QString(QStringLiteral("https://") + value));
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isWeb && !url.host().isEmpty() && !value.contains(u' ');
}

ApiError badValue(ApiCode code, const QString &what, const QString &value)
{
    return {code, QStringLiteral("The %1 '%2' is not valid.").arg(what, value.left(100))};
}

std::optional<ApiError> actionError(const QJsonObject &body)
{
    const QString type = body.value(u"indicatorType").toString();
    const QString action = body.value(u"action").toString();
    const bool isCertificate = type == QLatin1String("CertificateThumbprint");
    const bool isFile = type.startsWith(QLatin1String("File"));
    const bool remediates = action == QLatin1String("BlockAndRemediate");
    const bool allows = action == QLatin1String("Allowed");
    if ((isCertificate && !remediates && !allows) || (!isFile && !isCertificate && remediates))
        return ApiError{
            ApiCode::InvalidInput,
            QStringLiteral("The action '%1' is not supported for indicators of the type '%2'.").arg(action, type)};
    if (action == QLatin1String("Audit") && !body.value(u"generateAlert").toBool())
        return ApiError{ApiCode::InvalidInput, QStringLiteral("The action 'Audit' requires generateAlert to be true.")};
    return std::nullopt;
}

} // namespace

std::optional<ApiError> indicatorValueError(const QString &type, const QString &value)
{
    if (value.size() > kMaxValue)
        return badValue(ApiCode::InvalidInput, QStringLiteral("indicator value"), value);
    if (type == QLatin1String("IpAddress"))
        return isAddress(value)
                   ? std::nullopt
                   : std::optional(badValue(ApiCode::InvalidIpAddress, QStringLiteral("IP address"), value));
    if (type == QLatin1String("DomainName"))
        return isDomain(value)
                   ? std::nullopt
                   : std::optional(badValue(ApiCode::InvalidDomainName, QStringLiteral("domain name"), value));
    if (type == QLatin1String("Url"))
        return isLink(value) ? std::nullopt
                             : std::optional(badValue(ApiCode::InvalidUrl, QStringLiteral("URL"), value));
    return isHash(type, value)
               ? std::nullopt
               : std::optional(badValue(ApiCode::InvalidHashValue, QStringLiteral("hash value"), value));
}

IndicatorBook::IndicatorBook(EntitySet &indicators, const Clock &clock, QString clientId)
    : m_indicators(indicators)
    , m_clock(clock)
    , m_clientId(std::move(clientId))
{
    for (const QJsonObject &entity : m_indicators.objectsWhere(Expression{Operation::Constant, true}, 1'000'000)) {
        const QString id = entity.value(u"id").toString();
        m_ids.insert(key(entity), id);
        m_nextId = std::max(m_nextId, id.toLongLong() + 1);
        if (const auto ticks = ticksFromIso(entity.value(u"expirationTime").toString()))
            m_expiries.insert(id, *ticks);
    }
}

QString IndicatorBook::key(const QJsonObject &entity) const
{
    return (entity.value(u"indicatorType").toString() + u'\n' + entity.value(u"indicatorValue").toString()).toLower();
}

void IndicatorBook::expire()
{
    const std::lock_guard lock(m_mutex);
    const Ticks now = m_clock.now();
    for (auto it = m_expiries.begin(); it != m_expiries.end();) {
        if (it.value() > now) {
            ++it;
            continue;
        }
        if (const auto entity = m_indicators.object(it.key()))
            m_ids.remove(key(*entity));
        m_indicators.remove(it.key());
        it = m_expiries.erase(it);
    }
}

void IndicatorBook::fill(QJsonObject &entity, const QJsonObject &body, bool isNew) const
{
    const QString now = isoFromTicks(m_clock.now());
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (isNew || it.key() != QLatin1String("application")) // documented: set only at creation
            entity.insert(it.key(), it.value());
    }
    if (isNew) {
        entity.insert(QStringLiteral("creationTimeDateTimeUtc"), now);
        entity.insert(QStringLiteral("createdBy"), m_clientId);
        entity.insert(QStringLiteral("createdByDisplayName"), QStringLiteral("Watchdesk lab app"));
        entity.insert(QStringLiteral("createdBySource"), QStringLiteral("PublicApi"));
        entity.insert(QStringLiteral("source"), QStringLiteral("Watchdesk lab app"));
        entity.insert(QStringLiteral("sourceType"), QStringLiteral("AadApp"));
    }
    for (const char *list : {"rbacGroupNames", "rbacGroupIds"}) {
        const QString name = QString::fromLatin1(list);
        if (!entity.value(name).isArray())
            entity.insert(name, QJsonArray());
    }
    if (!entity.value(u"generateAlert").isBool())
        entity.insert(QStringLiteral("generateAlert"), false);
    entity.insert(QStringLiteral("lastUpdateTime"), now);
    entity.insert(QStringLiteral("lastUpdatedBy"), QStringLiteral("Watchdesk lab app"));
}

IndicatorBook::Outcome IndicatorBook::submit(const QJsonObject &body)
{
    const QString type = body.value(u"indicatorType").toString();
    if (auto error = indicatorValueError(type, body.value(u"indicatorValue").toString()))
        return tl::unexpected<ApiError>(*error);
    if (auto error = actionError(body))
        return tl::unexpected<ApiError>(*error);
    const auto expiry = ticksFromIso(body.value(u"expirationTime").toString());
    if (expiry && *expiry <= m_clock.now())
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::InvalidInput, QStringLiteral("The expiration time has passed.")});
    const std::lock_guard lock(m_mutex);
    QString id = m_ids.value(key(body));
    const bool isNew = id.isEmpty();
    if (isNew && m_indicators.size() >= kMaxIndicators)
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::BadRequest, QStringLiteral("The tenant's limit of 15000 indicators has been reached.")});
    QJsonObject entity = isNew ? QJsonObject() : m_indicators.object(id).value_or(QJsonObject());
    if (isNew)
        id = QString::number(m_nextId++);
    entity.insert(QStringLiteral("id"), id);
    fill(entity, body, isNew);
    if (const auto put = m_indicators.put(entity); !put)
        return tl::unexpected<ApiError>(ApiError{ApiCode::InvalidRequestBody, put.error().message});
    m_ids.insert(key(entity), id);
    m_expiries.remove(id);
    if (expiry)
        m_expiries.insert(id, *expiry);
    return id;
}

IndicatorBook::Outcome IndicatorBook::remove(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    const auto entity = m_indicators.object(id);
    if (!entity)
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::ResourceNotFound, QStringLiteral("Indicator %1 was not found").arg(id.left(100))});
    m_ids.remove(key(*entity));
    m_expiries.remove(id);
    m_indicators.remove(id);
    return id;
}

QJsonArray IndicatorBook::importAll(const QJsonArray &indicators, const QList<defender::BodyField> &fields)
{
    // What an export of the portal or a read of the service carries besides is not looked at.
    static const QStringList also{
        QStringLiteral("externalID"),     QStringLiteral("rbacGroupIds"), QStringLiteral("id"),
        QStringLiteral("source"),         QStringLiteral("sourceType"),   QStringLiteral("category"),
        QStringLiteral("mitreTechniques")};
    QJsonArray results;
    for (const QJsonValue &indicator : indicators) {
        const QJsonObject body = indicator.toObject();
        const auto checked = checkBody(body, fields, also);
        const Outcome outcome = checked ? submit(body) : Outcome(tl::unexpected<ApiError>(checked.error()));
        results.append(QJsonObject{
            {QStringLiteral("id"), outcome ? *outcome : QString()},
            {QStringLiteral("indicator"), body.value(u"indicatorValue")},
            {QStringLiteral("isFailed"), !outcome},
            {QStringLiteral("failureReason"), outcome ? QJsonValue() : QJsonValue(outcome.error().message)}});
    }
    return results;
}

tl::expected<void, ApiError> IndicatorBook::removeAll(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (!m_indicators.object(id))
            return tl::unexpected<ApiError>(
                ApiError{ApiCode::ResourceNotFound, QStringLiteral("Indicator %1 was not found").arg(id.left(100))});
    }
    for (const QString &id : ids) {
        if (const Outcome outcome = remove(id); !outcome)
            return tl::unexpected<ApiError>(outcome.error());
    }
    return {};
}

} // namespace watchdesk::lab
