// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/sources/bytesource.h"

#include "app/intake/sources/gzipsource.h"
#include "app/intake/sources/utf16source.h"

#include <QCoreApplication>
#include <QFile>

namespace watchdesk::intake {

namespace {

class FileSource : public ByteSource
{
public:
    explicit FileSource(const QString &path)
        : m_file(path)
    {
    }

    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isGzip()
    {
        char magic[3] = {};
        const bool isPacked =
            m_file.read(magic, 3) == 3 && magic[0] == '\x1f' && magic[1] == '\x8b' && magic[2] == '\x08';
        m_file.seek(0);
        return isPacked;
    }
    Result<qsizetype> read(char *data, qsizetype size) override
    {
        const qint64 count = m_file.read(data, size);
        if (count < 0)
            return failure(Error::Kind::Unreadable, m_file.errorString());
        m_read += count;
        return qsizetype(count);
    }
    double part() const override
    {
        const qint64 size = m_file.size();
        return size > 0 ? std::min(1.0, double(m_read) / double(size)) : 1;
    }
    QString errorString() const { return m_file.errorString(); }

private:
    QFile m_file;
    qint64 m_read = 0;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openFile(const QString &path)
{
    auto file = std::make_unique<FileSource>(path);
    if (!file->open()) {
        return failure(Error::Kind::Unreadable,
                       QCoreApplication::translate("Intake", "cannot be opened: %1").arg(file->errorString()));
    }
    const bool isGzip = file->isGzip();
    std::unique_ptr<ByteSource> source = std::move(file);
    if (isGzip)
        source = std::make_unique<GzipSource>(std::move(source));
    return std::make_unique<Utf16Source>(std::move(source));
}

} // namespace watchdesk::intake
