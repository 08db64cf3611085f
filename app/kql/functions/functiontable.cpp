// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/functiontable.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Outside of any namespace, as the macro wants it: a static library's resources are not registered by themselves.
static void initKqlResources() { Q_INIT_RESOURCE(kql); }

namespace watchdesk::kql {

namespace {

ParameterInfo parameterFromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    ParameterInfo info;
    QString name = text.left(colon).trimmed();
    info.kinds = text.mid(colon + 1).trimmed().split(u'|');
    info.form = name.contains(u"!!")  ? ParameterInfo::Form::Literal
                : name.contains(u'!') ? ParameterInfo::Form::Constant
                : name.contains(u'#') ? ParameterInfo::Form::Column
                                      : ParameterInfo::Form::Any;
    info.optional = name.contains(u'?');
    info.repeated = name.contains(u'*');
    info.name = name.remove(u'!').remove(u'#').remove(u'?').remove(u'*');
    return info;
}

/// "(value:scalar, n?:long) -> string"
SignatureInfo signatureFromText(const QString &text)
{
    SignatureInfo info;
    const qsizetype arrow = text.lastIndexOf(QStringLiteral("->"));
    const QString inner = text.mid(1, text.lastIndexOf(u')', arrow) - 1);
    for (const auto &part : inner.split(QStringLiteral(", "), Qt::SkipEmptyParts))
        info.parameters.append(parameterFromText(part));
    info.result = text.mid(arrow + 2).trimmed();
    return info;
}

FunctionInfo functionFromJson(const QJsonObject &json)
{
    FunctionInfo info;
    info.name = json[u"name"].toString();
    info.doc = json[u"doc"].toString();
    info.aggregate = json[u"kind"].toString() == u"aggregate";
    info.naming = json[u"naming"].toString();
    info.prefix = json[u"prefix"].toString();
    for (const QJsonValue &signature : json[u"signatures"].toArray())
        info.signatures.append(signatureFromText(signature.toString()));
    for (const QJsonValue &field : json[u"fields"].toArray()) {
        const QStringList parts = field.toString().split(u':');
        info.fields.push_back({parts.value(0), typeFromName(parts.value(1)).value_or(ColumnType::Dynamic)});
    }
    const QJsonValue sql = json[u"sql"];
    if (sql.isString())
        info.lowering.insert(QStringLiteral("*"), sql.toString());
    const QJsonObject forms = sql.toObject();
    for (auto form = forms.begin(); form != forms.end(); ++form)
        info.lowering.insert(form.key(), form.value().toString());
    return info;
}

} // namespace

int SignatureInfo::least() const
{
    return int(std::count_if(parameters.begin(), parameters.end(), [](const auto &p) { return !p.optional; }));
}

int SignatureInfo::most() const
{
    const bool repeats = std::any_of(parameters.begin(), parameters.end(), [](const auto &p) { return p.repeated; });
    return repeats ? 100'000 : int(parameters.size());
}

/// Repeated parameters stand side by side and repeat as a block; what follows them takes the last arguments.
const ParameterInfo *SignatureInfo::parameterFor(int index, int count) const
{
    const auto isRepeated = [](const auto &p) { return p.repeated; };
    const auto first = std::find_if(parameters.begin(), parameters.end(), isRepeated);
    if (first == parameters.end())
        return index < parameters.size() ? &parameters[index] : nullptr;
    const int before = int(first - parameters.begin());
    const int block = int(std::count_if(parameters.begin(), parameters.end(), isRepeated));
    const int after = qMin(int(parameters.size()) - before - block, qMax(0, count - before - block));
    if (index < before)
        return &parameters[index];
    if (after > 0 && index >= count - after)
        return &parameters[before + block + (index - (count - after))];
    return &parameters[before + (index - before) % block];
}

QString FunctionInfo::lower(std::optional<ColumnType> type, int count) const
{
    const QString arity = u'/' + QString::number(count);
    QStringList keys;
    if (type)
        keys << QString(typeName(*type) + arity) << typeName(*type);
    keys << arity << QStringLiteral("*");
    for (const auto &key : keys) {
        const auto found = lowering.constFind(key);
        if (found != lowering.constEnd())
            return *found;
    }
    return {};
}

FunctionTable::FunctionTable()
{
    initKqlResources();
    const QDir folder(QStringLiteral(":/watchdesk/kql/functions"));
    const QStringList themes = folder.entryList();
    if (themes.isEmpty())
        qFatal("the function tables are missing from the program");
    for (const QString &theme : themes)
        read(folder.filePath(theme));
}

void FunctionTable::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        auto info = functionFromJson(value.toObject());
        auto &table = info.aggregate ? m_aggregates : m_functions;
        table.insert(info.name, info);
    }
}

const FunctionTable &FunctionTable::instance()
{
    static const FunctionTable table;
    return table;
}

const FunctionInfo *FunctionTable::function(const QString &name) const
{
    const auto found = m_functions.constFind(name);
    return found == m_functions.constEnd() ? nullptr : &*found;
}

const FunctionInfo *FunctionTable::aggregate(const QString &name) const
{
    const auto found = m_aggregates.constFind(name);
    return found == m_aggregates.constEnd() ? nullptr : &*found;
}

QStringList FunctionTable::names() const
{
    QStringList names = m_functions.keys() + m_aggregates.keys();
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace watchdesk::kql
