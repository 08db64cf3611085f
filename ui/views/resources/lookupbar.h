// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resource.h"

#include <QMap>
#include <QWidget>

class QDateTimeEdit;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace watchdesk::ui {

/// What a list has to be told before it can be asked for: an address and a moment, a tag; or the key of a single thing
/// that the service lists nowhere, a file by its hash. GUI thread.
class LookupBar : public QWidget
{
    Q_OBJECT

public:
    explicit LookupBar(const defender::Resource &resource, QWidget *parent = nullptr);

    /// Whether a resource is asked for by this.
    static bool isNeeded(const defender::Resource &resource);
    /// The name under which the key of a single thing stands in values().
    static QString keyName() { return QStringLiteral("key"); }

    void setNow(const QDateTime &utc); ///< what moments begin with
    QMap<QString, QString> values() const;
    bool isComplete() const;
    QLineEdit *field(const QString &name) const { return m_texts.value(name); }
    QPushButton *button() const { return m_ask; }

Q_SIGNALS:
    void asked();

private:
    void addText(QHBoxLayout *line, const QString &name, const QString &meaning, bool isRequired);
    void addMoment(QHBoxLayout *line, const QString &name, const QString &meaning);
    void update();

    QMap<QString, QLineEdit *> m_texts;
    QMap<QString, QDateTimeEdit *> m_moments;
    QStringList m_required;
    QPushButton *m_ask = nullptr;
};

} // namespace watchdesk::ui
