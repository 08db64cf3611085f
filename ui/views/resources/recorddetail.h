// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resource.h"
#include "ui/widgets/pane.h"

#include <QJsonObject>

class QGridLayout;

namespace watchdesk::ui {

/// One record with every property, in the descriptor's order; then what the descriptor does not know. Nested values
/// are written out. Everything is plain text that can be selected and copied. GUI thread.
class RecordDetail : public Pane
{
    Q_OBJECT

public:
    explicit RecordDetail(QWidget *parent = nullptr);

    void show(const defender::Resource &resource, const QJsonObject &record);
    void clear();

private:
    void addRow(const QString &label, const QString &meaning, const QString &value, bool isMono);
    void addHeading(const QString &text);

    QGridLayout *m_grid = nullptr;
    int m_rows = 0;
};

} // namespace watchdesk::ui
