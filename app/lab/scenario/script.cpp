// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/script.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::lab {

namespace {

std::string text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString().toStdString();
}

TextTemplate textTemplate(const QJsonValue &value)
{
    if (value.isObject() || value.isArray())
        return TextTemplate(jsonToText(value).toStdString());
    return TextTemplate(value.toString().toStdString());
}

template <class Number>
void readRange(const QJsonObject &json, const char *key, std::array<Number, 2> &range)
{
    const QJsonArray pair = json.value(QLatin1String(key)).toArray();
    if (pair.size() == 2)
        range = {Number(pair.at(0).toDouble()), Number(pair.at(1).toDouble())};
}

struct KindWord
{
    const char *word;
    Step::Kind kind;
};
constexpr std::array<KindWord, 8> kKinds{{{"start", Step::Kind::Start},
                                          {"connect", Step::Kind::Connect},
                                          {"accept", Step::Kind::Accept},
                                          {"file", Step::Kind::File},
                                          {"registry", Step::Kind::Registry},
                                          {"image", Step::Kind::Image},
                                          {"logon", Step::Kind::Logon},
                                          {"event", Step::Kind::Event}}};

void readTexts(const QJsonObject &json, Step &step)
{
    step.parent = text(json, "parent");
    step.unless = text(json, "unless");
    step.program = text(json, "program");
    step.account = text(json, "as");
    step.integrity = text(json, "integrity");
    step.action = text(json, "action");
    step.target = text(json, "target");
    step.from = text(json, "from");
    step.to = text(json, "to");
    step.service = text(json, "service");
    step.type = text(json, "type");
    step.protocol = text(json, "protocol");
    step.wholeCommand = json.contains(QLatin1String("command"));
    step.arguments = textTemplate(json.value(QLatin1String(step.wholeCommand ? "command" : "args")));
    step.path = textTemplate(json.value(QLatin1String("path")));
    step.key = textTemplate(json.value(QLatin1String("key")));
    step.name = textTemplate(json.value(QLatin1String("name")));
    step.data = textTemplate(json.value(QLatin1String("data")));
    step.content = textTemplate(json.value(QLatin1String("content")));
}

void readNumbers(const QJsonObject &json, Step &step)
{
    readRange(json, "wait", step.wait);
    readRange(json, "size", step.size);
    readRange(json, "bytes", step.bytes);
    readRange(json, "repeat", step.repeat);
    step.chance = json.value(QLatin1String("chance")).toDouble(1);
    step.port = json.value(QLatin1String("port")).toInt();
    step.resolves = json.value(QLatin1String("resolve")).toBool();
    step.isAlwaysSeen = json.value(QLatin1String("seen")).toBool();
    step.isMirrored = json.value(QLatin1String("mirror")).toBool();
    step.markEvery = json.value(QLatin1String("markEvery")).toInt();
}

void readSet(const QJsonObject &json, Step &step)
{
    const QJsonObject set = json.value(QLatin1String("set")).toObject();
    for (auto it = set.begin(); it != set.end(); ++it)
        step.set.emplace_back(it.key().toStdString(), textTemplate(it.value()));
    const QJsonArray marks = json.value(QLatin1String("marks")).toArray();
    for (const QJsonValue &mark : marks)
        step.marks.push_back(sensorMarkFromJson(mark.toObject()));
}

Result<Step> stepFromJson(const QJsonObject &json, int number)
{
    Step step;
    bool known = false;
    for (const KindWord &word : kKinds) {
        if (json.contains(QLatin1String(word.word))) {
            step.kind = word.kind;
            step.by = text(json, word.word);
            known = true;
            break;
        }
    }
    if (!known)
        return failure(
            Error::Kind::InvalidInput,
            QCoreApplication::translate("Lab", "Step %1 of a script does nothing that is known.").arg(number));
    readTexts(json, step);
    readNumbers(json, step);
    readSet(json, step);
    if (json.contains(QLatin1String("by")))
        step.by = text(json, "by");
    return step;
}

} // namespace

SensorMark sensorMarkFromJson(const QJsonObject &json)
{
    SensorMark mark;
    mark.signature = text(json, "signature");
    mark.signatureId = qint64(json.value(QLatin1String("sid")).toDouble());
    mark.severity = json.value(QLatin1String("severity")).toInt(3);
    mark.category = text(json, "category");
    mark.technique = text(json, "technique");
    mark.note = text(json, "note");
    mark.message = text(json, "message");
    return mark;
}

double Step::expectedRows() const
{
    double rows = 1;
    if (resolves)
        rows = 3; // the name's answer and the connection to the name server
    return rows * chance * (repeat[0] + repeat[1]) / 2.0;
}

double Script::expectedRows() const
{
    double rows = 0;
    for (const Step &step : steps)
        rows += step.unless.empty() ? step.expectedRows() : step.expectedRows() * 0.6;
    return rows;
}

Result<Script> scriptFromJson(const QJsonArray &json)
{
    Script script;
    for (const QJsonValue &value : json) {
        Result<Step> step = stepFromJson(value.toObject(), int(script.steps.size()) + 1);
        if (!step)
            return tl::unexpected(step.error());
        script.steps.push_back(std::move(*step));
    }
    return script;
}

} // namespace watchdesk::lab
