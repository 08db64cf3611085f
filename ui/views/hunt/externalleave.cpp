// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/externalleave.h"

#include "app/base/safetext.h"
#include "app/hunt/externalsources.h"
#include "ui/widgets/pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

namespace watchdesk::ui {

namespace {

const QString kPlaces = QStringLiteral("externalPlaces"); ///< in the settings
constexpr qsizetype kMostAsked = 20;                      ///< a query may name any number

} // namespace

ExternalLeave::ExternalLeave(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("externalLeave"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(8);
    m_question = plainLabel();
    m_question->setWordWrap(true);
    layout->addWidget(m_question, 1);
    const auto add = [&](const QString &text, const QString &name, bool forGood) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        layout->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, forGood] { give(forGood); });
    };
    add(tr("Allow in this window"), QStringLiteral("allowHere"), false);
    add(tr("Always allow"), QStringLiteral("allowAlways"), true);
    hide();
}

QStringList ExternalLeave::places() const { return lastingPlaces() + m_given; }

bool ExternalLeave::ask(const QStringList &addresses)
{
    m_wanted.clear();
    const QStringList known = places();
    for (const QString &address : addresses) {
        if (!hunt::isAllowed(address, known))
            m_wanted.append(hunt::placeOf(address));
    }
    m_wanted.removeAll(QString());
    m_wanted.removeDuplicates();
    QStringList shown;
    for (const QString &place : std::as_const(m_wanted))
        shown.append(visibleText(place, 200));
    m_question->setText(
        tr("The query reads from %1, which was not allowed yet.").arg(shown.join(QStringLiteral(", "))));
    const bool asks = !m_wanted.isEmpty() && m_wanted.size() <= kMostAsked;
    setVisible(asks);
    return asks;
}

void ExternalLeave::give(bool forGood)
{
    hide();
    if (forGood)
        setLastingPlaces(lastingPlaces() + m_wanted);
    else
        m_given += m_wanted;
    Q_EMIT given();
}

QStringList ExternalLeave::lastingPlaces() { return QSettings().value(kPlaces).toStringList(); }

void ExternalLeave::setLastingPlaces(const QStringList &places)
{
    QStringList kept = places;
    kept.removeDuplicates();
    kept.sort(Qt::CaseInsensitive);
    QSettings().setValue(kPlaces, kept);
}

} // namespace watchdesk::ui
