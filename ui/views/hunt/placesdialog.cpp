// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/placesdialog.h"

#include "app/base/safetext.h"
#include "app/hunt/externalsources.h"
#include "ui/views/hunt/externalleave.h"
#include "ui/widgets/pane.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

/// A host, an address on it, or a folder; "" for what is none of them.
QString placeFrom(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.contains(u'/') || typed.contains(u'\\'))
        return QFileInfo(typed).isDir() ? QFileInfo(typed).absoluteFilePath() : hunt::placeOf(typed);
    return QString::fromLatin1(QUrl::toAce(typed));
}

} // namespace

PlacesDialog::PlacesDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What externaldata may read"));
    resize(520, 360);
    auto *layout = new QVBoxLayout(this);
    auto *about = plainLabel(tr("Queries on held data may read from these hosts and folders."));
    about->setWordWrap(true);
    layout->addWidget(about);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Hosts and folders"));
    layout->addWidget(m_list, 1);
    layout->addWidget(buildEntry());
    m_wrong = plainLabel({}, "filterError");
    m_wrong->hide();
    layout->addWidget(m_wrong);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_remove = buttons->addButton(tr("Take back"), QDialogButtonBox::ActionRole);
    m_remove->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(m_remove, &QPushButton::clicked, this, &PlacesDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    showPlaces();
}

QWidget *PlacesDialog::buildEntry()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_entry = new QLineEdit;
    m_entry->setPlaceholderText(tr("Host or folder"));
    m_entry->setAccessibleName(tr("Host or folder"));
    layout->addWidget(m_entry, 1);
    auto *button = new QPushButton(tr("Allow"));
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, &PlacesDialog::add);
    button->setDefault(true);
    return row;
}

void PlacesDialog::add()
{
    const QString place = placeFrom(m_entry->text());
    m_wrong->setVisible(place.isEmpty());
    m_wrong->setText(tr("That is neither a host nor a folder."));
    if (place.isEmpty())
        return;
    ExternalLeave::setLastingPlaces(ExternalLeave::lastingPlaces() << place);
    m_entry->clear();
    showPlaces();
}

void PlacesDialog::remove()
{
    QStringList places = ExternalLeave::lastingPlaces();
    if (m_list->currentRow() >= 0 && m_list->currentRow() < places.size())
        places.removeAt(m_list->currentRow());
    ExternalLeave::setLastingPlaces(places);
    showPlaces();
}

void PlacesDialog::showPlaces()
{
    m_list->clear();
    for (const QString &place : ExternalLeave::lastingPlaces())
        m_list->addItem(visibleText(place, 300));
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

} // namespace watchdesk::ui
