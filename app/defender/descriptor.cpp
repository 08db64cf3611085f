// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/descriptor.h"

namespace watchdesk::defender {

Descriptor::Descriptor(const QJsonObject &object, const QString &place, QString &complaint)
    : m_object(object)
    , m_place(place)
    , m_complaint(complaint)
{
}

Descriptor::~Descriptor()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            complain(QStringLiteral("unknown member \"%1\"").arg(it.key()));
    }
}

void Descriptor::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = m_place + QStringLiteral(": ") + what;
}

std::optional<QJsonValue> Descriptor::member(const char *name, QJsonValue::Type type, Need need)
{
    const QString key = QString::fromLatin1(name);
    m_known.append(key);
    const QJsonValue value = m_object.value(key);
    if (value.type() == type)
        return value;
    if (!value.isUndefined())
        complain(QStringLiteral("\"%1\" is of the wrong type").arg(key));
    else if (need == Need::Required)
        complain(QStringLiteral("\"%1\" is missing").arg(key));
    return std::nullopt;
}

QString Descriptor::text(const char *name, Need need)
{
    const QString text = member(name, QJsonValue::String, need).value_or(QJsonValue()).toString();
    if (text.isEmpty() && need == Need::Required)
        complain(QStringLiteral("\"%1\" is empty").arg(QString::fromLatin1(name)));
    return text;
}

bool Descriptor::flag(const char *name)
{
    return member(name, QJsonValue::Bool, Need::Optional).value_or(QJsonValue()).toBool();
}

int Descriptor::number(const char *name)
{
    const int number = member(name, QJsonValue::Double, Need::Optional).value_or(QJsonValue()).toInt();
    if (number < 0)
        complain(QStringLiteral("\"%1\" is negative").arg(QString::fromLatin1(name)));
    return number;
}

QStringList Descriptor::texts(const char *name, Need need)
{
    QStringList texts;
    const QJsonArray array = member(name, QJsonValue::Array, need).value_or(QJsonValue()).toArray();
    for (const QJsonValue &value : array) {
        if (value.toString().isEmpty() || texts.contains(value.toString()))
            complain(QStringLiteral("\"%1\" holds something empty, twice the same, or no text")
                         .arg(QString::fromLatin1(name)));
        texts.append(value.toString());
    }
    return texts;
}

QMap<QString, int> Descriptor::numbers(const char *name)
{
    QMap<QString, int> numbers;
    const QJsonObject object = member(name, QJsonValue::Object, Need::Optional).value_or(QJsonValue()).toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        numbers.insert(it.key(), it.value().toInt());
    return numbers;
}

ColumnType Descriptor::type(const char *name)
{
    const auto type = typeFromName(text(name));
    if (!type)
        complain(QStringLiteral("\"%1\" is no type").arg(QString::fromLatin1(name)));
    return type.value_or(ColumnType::String);
}

int Descriptor::choice(const char *name, const QStringList &choices, Need need)
{
    const QString chosen = text(name, need);
    if (chosen.isEmpty() && need == Need::Optional)
        return 0;
    const qsizetype index = choices.indexOf(chosen);
    if (index < 0)
        complain(QStringLiteral("\"%1\" is none of %2").arg(QString::fromLatin1(name), choices.join(u", ")));
    return int(qMax(index, qsizetype(0)));
}

void Descriptor::each(const char *name, Need need,
                      const std::function<void(const QJsonObject &, const QString &)> &read)
{
    const QJsonArray array = member(name, QJsonValue::Array, need).value_or(QJsonValue()).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        read(object,
             m_place + u'/' + QString::fromLatin1(name) + u'/' + object.value(QStringLiteral("name")).toString());
    }
}

void Descriptor::within(const char *name, const std::function<void(const QJsonObject &, const QString &)> &read)
{
    if (const auto object = member(name, QJsonValue::Object, Need::Optional))
        read(object->toObject(), m_place + u'/' + QString::fromLatin1(name));
}

} // namespace watchdesk::defender
