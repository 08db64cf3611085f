// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/libraryshelf.h"

#include "app/base/ticks.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kMaximumSize = 20 * 1024 * 1024;
constexpr qsizetype kMostParts = 20;

tl::unexpected<ApiError> refusal(ApiCode code, const QString &message)
{
    return tl::unexpected<ApiError>(ApiError{code, message});
}

QString parameterOf(const QString &header, const char *name)
{
    const QRegularExpression quoted(QStringLiteral("\\b%1=\"([^\"]*)\"").arg(QLatin1String(name)));
    return quoted.match(header).captured(1);
}

bool isTrue(const FormPart &part) { return part.content.trimmed().toLower() == "true"; }

} // namespace

tl::expected<QHash<QString, FormPart>, ApiError> formParts(const HttpRequest &request)
{
    static const QRegularExpression boundary(QStringLiteral("^multipart/form-data;\\s*boundary=\"?([^\";]{1,70})\"?"),
                                             QRegularExpression::CaseInsensitiveOption);
    const auto found = boundary.match(QString::fromLatin1(request.contentType));
    if (!found.hasMatch())
        return refusal(ApiCode::InvalidRequestBody, QStringLiteral("The body is no multipart/form-data."));
    const QByteArray mark = "--" + found.captured(1).toLatin1();
    QHash<QString, FormPart> parts;
    qsizetype at = request.body.indexOf(mark);
    while (at >= 0 && parts.size() < kMostParts) {
        const qsizetype begin = at + mark.size() + 2;
        const qsizetype end = request.body.indexOf(QByteArray("\r\n" + mark), begin);
        const qsizetype head = request.body.indexOf("\r\n\r\n", begin);
        if (end < 0 || head < 0 || head > end)
            break;
        const QString header = QString::fromUtf8(request.body.mid(begin, head - begin));
        parts.insert(parameterOf(header, "name"),
                     {parameterOf(header, "filename"), request.body.mid(head + 4, end - head - 4)});
        at = end + 2;
    }
    return parts;
}

LibraryShelf::LibraryShelf(EntitySet &files, const Clock &clock)
    : m_files(files)
    , m_clock(clock)
{
}

LibraryShelf::Outcome LibraryShelf::upload(const HttpRequest &request, const QString &user)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._-]{1,255}$"));
    const auto parts = formParts(request);
    if (!parts)
        return tl::unexpected<ApiError>(parts.error());
    const auto file = parts->constFind(QStringLiteral("File"));
    if (file == parts->constEnd())
        return refusal(ApiCode::MissingRequiredParameter, QStringLiteral("The required parameter 'File' is missing."));
    if (!allowed.match(file->fileName).hasMatch() || file->content.size() > kMaximumSize)
        return refusal(ApiCode::BadRequest, QStringLiteral("The file's name or size is not allowed."));
    const std::lock_guard lock(m_mutex);
    const auto known = m_files.object(file->fileName);
    if (known && !isTrue(parts->value(QStringLiteral("OverrideIfExists"))))
        return refusal(ApiCode::BadRequest, QStringLiteral("A file named %1 exists.").arg(file->fileName));
    const QString now = isoFromTicks(m_clock.now());
    const QString parameters = QString::fromUtf8(parts->value(QStringLiteral("ParametersDescription")).content);
    const QByteArray sha256 = QCryptographicHash::hash(file->content, QCryptographicHash::Sha256).toHex();
    const auto put = m_files.put(
        {{QStringLiteral("fileName"), file->fileName},
         {QStringLiteral("sha256"), QString::fromLatin1(sha256)},
         {QStringLiteral("description"), QString::fromUtf8(parts->value(QStringLiteral("Description")).content)},
         {QStringLiteral("creationTime"), known ? known->value(u"creationTime") : QJsonValue(now)},
         {QStringLiteral("lastUpdatedTime"), now},
         {QStringLiteral("createdBy"), user},
         {QStringLiteral("hasParameters"),
          isTrue(parts->value(QStringLiteral("HasParameters"))) || !parameters.isEmpty()},
         {QStringLiteral("parametersDescription"), parameters}});
    if (!put)
        return refusal(ApiCode::InvalidRequestBody, put.error().message);
    m_contents.insert(file->fileName.toLower(), file->content);
    return file->fileName;
}

LibraryShelf::Outcome LibraryShelf::remove(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    if (!m_files.remove(name))
        return refusal(ApiCode::ResourceNotFound, QStringLiteral("Library file %1 was not found").arg(name.left(100)));
    m_contents.remove(name.toLower());
    return name;
}

std::optional<QByteArray> LibraryShelf::content(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_contents.constFind(name.toLower());
    return found == m_contents.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace watchdesk::lab
