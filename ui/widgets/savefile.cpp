// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/savefile.h"

#include <QFileDialog>
#include <QSaveFile>

namespace watchdesk::ui {

void saveAs(QWidget *parent, const QString &title, const QString &filter, const QString &suffix,
            std::function<QByteArray()> content, std::function<void(const QString &)> failed)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [content = std::move(content), failed = std::move(failed)](const QString &path) {
                         QSaveFile file(path);
                         const QByteArray bytes = content();
                         if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
                             failed(file.errorString());
                     });
    dialog->open();
}

} // namespace watchdesk::ui
