// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The functions that the hunting portal has on top of KQL. What they know of files and addresses is looked up in the
// held events, by queries of our own; what only the service knows (prevalence, threat names) stays empty.
// https://learn.microsoft.com/defender-xdr/advanced-hunting-fileprofile-function and its neighbours

#include "app/kql/bind/portal.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

const qint64 kMostProfiles = 1'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

void warn(Binder &binder, const Node &call)
{
    binder.warning("WD102",
                   Words::tr("%1() is answered from held data, which knows less than the service.").arg(call.text),
                   call.nameSpan);
}

/// Rows of a query of our own, over the tables that are held.
RelationPointer rowsOf(Binder &binder, const QString &query, const QHash<QString, Binding> &names = {})
{
    const Parsed parsed = parse(query);
    Binder::Inside inside(binder, nullptr);
    inside.enter(nullptr);
    for (auto name = names.begin(); name != names.end(); ++name)
        binder.declare(name.key(), name.value(), {0, 0});
    const Binding value = binder.query(*parsed.query);
    return value.relation ? value.relation : binder.unknown();
}

bool areHeld(Binder &binder, const QStringList &tables)
{
    return std::all_of(tables.begin(), tables.end(),
                       [&binder](const QString &table) { return binder.schema().find(table) != nullptr; });
}

/// The column that an argument names, as a word or as a text, else the usual one.
QString columnName(const Node &call, size_t place, const QString &usual)
{
    const bool given = place < call.children.size() &&
                       (call.child(place).is(NodeKind::Name) || call.child(place).is(NodeKind::String));
    return given && !call.child(place).text.isEmpty() ? call.child(place).text : usual;
}

/// Columns to add behind the input's; one whose name is there takes its place.
class Enriched
{
public:
    explicit Enriched(const Relation &input)
    {
        for (const int index : visibleColumns(input)) {
            m_columns.push_back(input.columns[size_t(index)]);
            m_sql.append(QStringLiteral("l.") + columnSql(index));
        }
    }

    void add(const QString &name, ColumnType type, const QString &sql)
    {
        const QString whole =
            type == ColumnType::String ? QString(QStringLiteral("coalesce(") + sql + QStringLiteral(", '')")) : sql;
        const auto same = std::find_if(m_columns.begin(), m_columns.end(),
                                       [&name](const BoundColumn &column) { return column.name == name; });
        if (same == m_columns.end()) {
            m_columns.push_back({name, type});
            m_sql.append(whole);
            return;
        }
        *same = {name, type};
        m_sql[same - m_columns.begin()] = whole;
    }

    std::vector<BoundColumn> columns() const { return m_columns; }
    QString select() const
    {
        QStringList parts;
        for (qsizetype i = 0; i < m_sql.size(); ++i)
            parts.append(m_sql[i] + QStringLiteral(" AS ") + columnSql(int(i)));
        return parts.join(QStringLiteral(", "));
    }

private:
    std::vector<BoundColumn> m_columns;
    QStringList m_sql;
};

/// The same rows, ordered as the input is by the number in their last column.
RelationPointer inOrder(Binder &binder, Enriched enriched, const RelationPointer &left, const RelationPointer &right,
                        const QString &join)
{
    const QString sql =
        QStringLiteral("SELECT %1, l.%2 AS %3 FROM #0 l %4")
            .arg(enriched.select(), columnSql(left->order[0].column), columnSql(int(enriched.columns().size())), join);
    std::vector<BoundColumn> columns = enriched.columns();
    columns.push_back({QStringLiteral("number"), ColumnType::Long, true, true});
    const int number = int(columns.size()) - 1;
    return orderedBy(binder, rowsBySql(binder, {left, right}, sql, std::move(columns)), {{number, false, false}});
}

/// What held events say of each file, by the hash that is asked for.
RelationPointer profiles(Binder &binder, const QString &key)
{
    const QString query =
        QStringLiteral(
            "union (DeviceFileEvents | project SHA1, SHA256, MD5, FileSize, IsExecutable = bool(null), Publisher = '', "
            "SoftwareName = ''), (DeviceImageLoadEvents | project SHA1, SHA256, MD5, FileSize, IsExecutable = true, "
            "Publisher = '', SoftwareName = ''), (DeviceProcessEvents | project SHA1, SHA256, MD5, FileSize, IsExecutable "
            "= true, Publisher = ProcessVersionInfoCompanyName, SoftwareName = ProcessVersionInfoProductName) | where "
            "isnotempty(%1) | summarize SHA1 = max(SHA1), SHA256 = max(SHA256), MD5 = max(MD5), FileSize = "
            "toint(max(FileSize)), IsExecutable = max(IsExecutable), Publisher = max(Publisher), SoftwareName = "
            "max(SoftwareName) by Key = %1 | join kind=leftouter (DeviceFileCertificateInfo | where isnotempty(SHA1) | "
            "summarize arg_max(Timestamp, Signer, Issuer, SignerHash, IsTrusted, IsSigned, IsRootSignerMicrosoft) by "
            "SHA1) on SHA1 | extend SignatureState = case(isnull(IsSigned), 'Unknown', not(IsSigned), 'Unsigned', "
            "IsTrusted, 'SignedValid', 'SignedInvalid') | project Key, SHA1, SHA256, MD5, FileSize, Signer, Issuer, "
            "SignerHash, IsTrusted, IsRootSignerMicrosoft, SignatureState, IsExecutable, Publisher, SoftwareName")
            .arg(key);
    return rowsOf(binder, query);
}

qint64 rowsToEnrich(Binder &binder, const Node &call)
{
    if (call.children.size() < 2)
        return 100;
    const ScalarPointer value = binder.constantOn(call.child(1));
    const auto *number = std::get_if<qint64>(&value->value);
    return number ? qBound<qint64>(1, *number, kMostProfiles) : 100;
}

RelationPointer fileProfile(Binder &binder, const Node &call, const RelationPointer &input)
{
    const QString hash = columnName(call, 0, QStringLiteral("SHA1"));
    const RelationPointer rows = numbered(binder, input);
    const int place = rows->indexOf(hash);
    const bool isHeld =
        areHeld(binder, {QStringLiteral("DeviceFileEvents"), QStringLiteral("DeviceImageLoadEvents"),
                         QStringLiteral("DeviceProcessEvents"), QStringLiteral("DeviceFileCertificateInfo")});
    if (!isHeld || (place < 0 && !rows->open))
        binder.refuse(Words::tr("FileProfile() has nothing to look the column %1 up in.").arg(hash), call.nameSpan);
    const bool canRun = isHeld && place >= 0;
    const RelationPointer files =
        canRun ? profiles(binder, hash.endsWith(u"SHA256") ? QStringLiteral("SHA256") : QStringLiteral("SHA1")) : rows;
    warn(binder, call);
    const auto field = [&files](const char *name) {
        return QString(QStringLiteral("r.") + columnSql(qMax(0, files->indexOf(QString::fromLatin1(name)))));
    };
    Enriched enriched(*rows);
    for (const char *name : {"SHA1", "SHA256", "MD5"})
        enriched.add(QString::fromLatin1(name), ColumnType::String, field(name));
    enriched.add(QStringLiteral("FileSize"), ColumnType::Int, field("FileSize"));
    enriched.add(QStringLiteral("GlobalPrevalence"), ColumnType::Int, QStringLiteral("CAST(NULL AS INTEGER)"));
    for (const char *name : {"GlobalFirstSeen", "GlobalLastSeen"})
        enriched.add(QString::fromLatin1(name), ColumnType::DateTime, QStringLiteral("CAST(NULL AS BIGINT)"));
    for (const char *name : {"Signer", "Issuer", "SignerHash"})
        enriched.add(QString::fromLatin1(name), ColumnType::String, field(name));
    enriched.add(QStringLiteral("IsCertificateValid"), ColumnType::Bool, field("IsTrusted"));
    enriched.add(QStringLiteral("IsRootSignerMicrosoft"), ColumnType::Bool, field("IsRootSignerMicrosoft"));
    enriched.add(QStringLiteral("SignatureState"), ColumnType::String, field("SignatureState"));
    enriched.add(QStringLiteral("IsExecutable"), ColumnType::Bool, field("IsExecutable"));
    enriched.add(QStringLiteral("ThreatName"), ColumnType::String, QStringLiteral("''"));
    enriched.add(QStringLiteral("Publisher"), ColumnType::String, field("Publisher"));
    enriched.add(QStringLiteral("SoftwareName"), ColumnType::String, field("SoftwareName"));
    const QString number = columnSql(rows->order[0].column);
    const QString most = QString::number(rowsToEnrich(binder, call));
    enriched.add(QStringLiteral("ProfileAvailability"), ColumnType::String,
                 QStringLiteral("(CASE WHEN r.c0 IS NOT NULL THEN 'Available' WHEN l.%1 <= %2 THEN 'Missing' END)")
                     .arg(number, most));
    return inOrder(
        binder, enriched, rows, files,
        QStringLiteral("LEFT JOIN #1 r ON r.c0 = l.%1 AND l.%2 <= %3").arg(columnSql(qMax(0, place)), number, most));
}

ScalarPointer timeArgument(Binder &binder, const Node &call, size_t place)
{
    if (place >= call.children.size())
        return literalScalar({ColumnType::DateTime, qint64(binder.now())});
    return binder.constantOn(call.child(place));
}

/// The devices whose last report up to that time has the address of the row.
RelationPointer deviceFromAddress(Binder &binder, const Node &call, const RelationPointer &input)
{
    const QString column = columnName(call, 0, QStringLiteral("IP"));
    const RelationPointer rows = numbered(binder, input);
    const int place = rows->indexOf(column);
    const bool isHeld = areHeld(binder, {QStringLiteral("DeviceNetworkInfo")});
    if (!isHeld || (place < 0 && !rows->open))
        binder.refuse(Words::tr("DeviceFromIP() has nothing to look the column %1 up in.").arg(column), call.nameSpan);
    warn(binder, call);
    const auto devices =
        isHeld && place >= 0
            ? rowsOf(binder,
                     QStringLiteral("DeviceNetworkInfo | where Timestamp <= Until | summarize arg_max(Timestamp, "
                                    "IPAddresses) by DeviceId, NetworkAdapterName | mv-expand Address = "
                                    "todynamic(IPAddresses) | distinct DeviceId, IP = tostring(Address.IPAddress)"),
                     {{QStringLiteral("Until"), {timeArgument(binder, call, 1)}}})
            : rows;
    Enriched enriched(*rows);
    enriched.add(QStringLiteral("IP"), ColumnType::String, QStringLiteral("r.c1"));
    enriched.add(QStringLiteral("DeviceId"), ColumnType::String, QStringLiteral("r.c0"));
    return inOrder(binder, enriched, rows, devices,
                   QStringLiteral("JOIN #1 r ON r.c1 = l.%1").arg(columnSql(qMax(0, place))));
}

/// Which devices have seen another is known to the service only.
RelationPointer seenBy(Binder &binder, const Node &call, const RelationPointer &input)
{
    binder.refuse(Words::tr("%1() asks the service and cannot run on held data.").arg(call.text), call.nameSpan);
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    takeVisible(*input, columns, scalars);
    columns.push_back({QStringLiteral("SeenBy"), ColumnType::Dynamic});
    scalars.push_back(nullScalar(ColumnType::Dynamic));
    return selected(binder, input, std::move(columns), std::move(scalars));
}

} // namespace

RelationPointer bindPortalFunction(Binder &binder, const Node &call, const RelationPointer &input)
{
    if (call.text == u"FileProfile")
        return fileProfile(binder, call, input);
    if (call.text == u"DeviceFromIP")
        return deviceFromAddress(binder, call, input);
    return call.text == u"SeenBy" ? seenBy(binder, call, input) : nullptr;
}

Binding bindAssignedAddresses(Binder &binder, const Node &call)
{
    const ScalarPointer device = binder.constantOn(call.child(0));
    if (!areHeld(binder, {QStringLiteral("DeviceNetworkInfo")})) {
        binder.refuse(Words::tr("%1() asks the service and cannot run on held data.").arg(call.text), call.nameSpan);
        return {{}, binder.unknown()};
    }
    warn(binder, call);
    return {
        {},
        rowsOf(binder,
               QStringLiteral(
                   "DeviceNetworkInfo | where (DeviceId == Device or DeviceName == Device) and Timestamp <= Until | "
                   "summarize arg_max(Timestamp, *) by DeviceId, NetworkAdapterName | mv-expand Address = "
                   "todynamic(IPAddresses) | extend IPAddress = tostring(Address.IPAddress) | where "
                   "isnotempty(IPAddress) | project Timestamp, DeviceName, IPAddress, IPType = "
                   "iff(ipv4_is_private(IPAddress), 'Private', 'Public'), NetworkAdapterType = "
                   "toint(NetworkAdapterType), ConnectedNetworks"),
               {{QStringLiteral("Device"), {device}}, {QStringLiteral("Until"), {timeArgument(binder, call, 1)}}})};
}

} // namespace watchdesk::kql
