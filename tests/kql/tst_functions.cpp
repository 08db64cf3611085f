// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/functiontable.h"
#include "app/store/store.h"

#include <QTest>

using namespace watchdesk;

namespace {

/// A row of values and one of nulls, with a column a type.
const QString kRows = QStringLiteral(
    "datatable(s:string, n:long, i:int, r:real, b:bool, t:datetime, sp:timespan, d:dynamic, g:guid, dc:decimal)"
    "[\"x\", 1, 2, 1.5, true, datetime(2024-05-01), 2h, dynamic([1, \"a\"]), "
    "guid(01234567-89ab-cdef-0123-456789abcdef), decimal(1.5), \"\", long(null), int(null), real(null), bool(null), "
    "datetime(null), timespan(null), dynamic(null), guid(null), decimal(null)] ");

/// Arguments that a parameter of this kind takes: a constant first.
QStringList argumentsFor(const QString &kind)
{
    static const QHash<QString, QString> values{
        {QStringLiteral("string"), QStringLiteral("\"abc\" s \"\"")},
        {QStringLiteral("integer"), QStringLiteral("2 n int(-3)")},
        {QStringLiteral("long"), QStringLiteral("2 n i")},
        {QStringLiteral("int"), QStringLiteral("int(2) i")},
        {QStringLiteral("number"), QStringLiteral("2 1.5 n r dc")},
        {QStringLiteral("real"), QStringLiteral("0.5 r n")},
        {QStringLiteral("decimal"), QStringLiteral("decimal(2) dc")},
        {QStringLiteral("bool"), QStringLiteral("true b")},
        {QStringLiteral("datetime"), QStringLiteral("datetime(2024-05-01) t")},
        {QStringLiteral("timespan"), QStringLiteral("1h sp")},
        {QStringLiteral("guid"), QStringLiteral("g g")},
        {QStringLiteral("dynamic"), QStringLiteral("dynamic([1,2]) d")},
        {QStringLiteral("array"), QStringLiteral("dynamic([3,1,2]) d")},
        {QStringLiteral("bag"), QStringLiteral("dynamic({\"a\":1}) d")},
        {QStringLiteral("summable"), QStringLiteral("2 n t sp r dc")},
        {QStringLiteral("orderable"), QStringLiteral("2 s t b dc")},
        {QStringLiteral("commonorderable"), QStringLiteral("2 n r")},
        {QStringLiteral("notdynamic"), QStringLiteral("2 s t")},
        {QStringLiteral("scalar"), QStringLiteral("\"x\" n t d r sp g dc b")},
        {QStringLiteral("type"), QStringLiteral("typeof(long)")},
    };
    return values.value(kind, QStringLiteral("2 n")).split(u' ');
}

QString callOf(const kql::FunctionInfo &info, const kql::SignatureInfo &signature, int count, int variant)
{
    QStringList arguments;
    for (int i = 0; i < count; ++i) {
        const kql::ParameterInfo &parameter = *signature.parameterFor(i, count);
        const QStringList values = argumentsFor(parameter.kinds[0]);
        const bool column = parameter.form == kql::ParameterInfo::Form::Column; // the second of the values is one
        arguments.append(values[column                                            ? 1
                                : parameter.form == kql::ParameterInfo::Form::Any ? variant % values.size()
                                                                                  : 0]);
    }
    return info.name + u'(' + arguments.join(QStringLiteral(", ")) + u')';
}

QString queryFor(const kql::FunctionInfo &info, const QString &call)
{
    const bool window = info.lowering.value(QStringLiteral("*")) == u"$window";
    const QString op = info.aggregate ? QStringLiteral("| summarize y = ")
                       : window       ? QStringLiteral("| serialize y = ")
                                      : QStringLiteral("| extend y = ");
    return kRows + op + call + QStringLiteral(" | extend z = tostring(y)");
}

} // namespace

/// Whatever the tables say runs must be SQL that the engine takes and values of the type that was promised.
class TestFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto store = store::Store::open(QStringLiteral(":memory:"));
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
        m_store = *store;
    }

    void everyFunctionHasADescription()
    {
        const auto &table = kql::FunctionTable::instance();
        for (const QString &name : table.names()) {
            for (const auto *info : {table.function(name), table.aggregate(name)})
                QVERIFY2(!info || !info->isSupported() || !info->doc.isEmpty(), qPrintable(name));
        }
    }

    void engineTakesThem()
    {
        const auto &table = kql::FunctionTable::instance();
        for (const QString &name : table.names()) {
            for (const auto *info : {table.function(name), table.aggregate(name)}) {
                if (info && info->isSupported() && name != u"assert") // which fails by design
                    run(*info);
            }
        }
        QVERIFY(m_ran > 500);
    }

private:
    void run(const kql::FunctionInfo &info)
    {
        for (const auto &signature : info.signatures) {
            const int most = qMin(signature.most(), int(signature.parameters.size()));
            for (int count = signature.least(); count <= most; ++count) {
                for (int variant = 0; variant < 5; ++variant)
                    check(queryFor(info, callOf(info, signature, count, variant)));
            }
        }
    }

    /// A finding of the binder has a code; a function may refuse a value; the engine may complain about nothing.
    void check(const QString &query)
    {
        const auto result = m_store->readKql(query, 638'500'000'000'000'000);
        m_ran += result.has_value();
        const bool isFinding = !result && result.error().kind != Error::Kind::Internal &&
                               result.error().context.contains(QStringLiteral("code"));
        const bool isRefusal = !result && result.error().kind == Error::Kind::Refused;
        QVERIFY2(result || isFinding || isRefusal,
                 qPrintable(query + u'\n' + (result ? QString() : result.error().message)));
    }

    std::shared_ptr<store::Store> m_store;
    int m_ran = 0;
};

QTEST_GUILESS_MAIN(TestFunctions)
#include "tst_functions.moc"
