// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/programs.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::lab {

namespace {

std::string text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString().toStdString();
}

std::string hexHash(std::string_view content, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(QByteArrayView(content.data(), qsizetype(content.size())), algorithm)
        .toHex()
        .toStdString();
}

void stamp(Program &program)
{
    const FileHashes hashes = hashesOf(program.name + '/' + program.version);
    program.sha1 = hashes.sha1;
    program.sha256 = hashes.sha256;
    program.md5 = hashes.md5;
}

} // namespace

FileHashes hashesOf(std::string_view content)
{
    const std::string salted = "watchdesk-lab/" + std::string(content);
    return {hexHash(salted, QCryptographicHash::Sha1), hexHash(salted, QCryptographicHash::Sha256),
            hexHash(salted, QCryptographicHash::Md5)};
}

Result<void> ProgramCatalogue::add(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("Lab", "The list of programs is no JSON object: %1")
                           .arg(problem.errorString()));
    const QJsonArray programs = document.object().value(QLatin1String("programs")).toArray();
    for (const QJsonValue &program : programs)
        addOne(program.toObject());
    return {};
}

void ProgramCatalogue::addOne(const QJsonObject &json)
{
    Entry entry;
    Program &program = entry.program;
    program.name = text(json, "name");
    program.path = text(json, "folder") + '\\' + program.name;
    program.company = text(json, "company");
    program.product = text(json, "product");
    program.description = text(json, "description");
    program.version = text(json, "version");
    program.original = text(json, "original");
    program.size = qint64(json.value(QLatin1String("size")).toDouble());
    entry.followsOs = program.version == "os";
    stamp(program);
    m_entries.insert_or_assign(program.name, std::move(entry));
}

const Program *ProgramCatalogue::find(std::string_view name, int osBuild) const
{
    const auto found = m_entries.find(std::string(name));
    if (found == m_entries.end())
        return nullptr;
    Entry &entry = found->second;
    if (!entry.followsOs)
        return &entry.program;
    std::unique_ptr<Program> &program = entry.byBuild[osBuild];
    if (!program) {
        program = std::make_unique<Program>(entry.program);
        program->version = "10.0." + std::to_string(osBuild) + ".1";
        program->size += osBuild % 7 * 512;
        stamp(*program);
    }
    return program.get();
}

} // namespace watchdesk::lab
