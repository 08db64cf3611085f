// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSplitter>
#include <QSplitterHandle>
#include <QString>

namespace watchdesk::ui {

class Grid;

/// A Defender alert and an external alert that belong together.
struct AlertLink
{
    QString alertId;
    QString externalId;
    double score = 0;
};

/// The strip between the two alert grids: a ribbon from row to row for each correlated pair whose rows are both on the
/// screen, with its score. It follows scrolling and sorting, and, being the splitter's handle, resizes both.
class ConnectorStrip : public QSplitterHandle
{
    Q_OBJECT

public:
    explicit ConnectorStrip(QSplitter *parent);

    void connectGrids(Grid *left, Grid *right);
    void setLinks(QList<AlertLink> links);
    const QList<AlertLink> &links() const { return m_links; }
    /// The chosen alert and external alert: their ribbons stand out. Empty for none.
    void setChosen(const QString &alertId, const QString &externalId);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;

private:
    struct Ribbon;
    QList<Ribbon> ribbons() const;
    bool isChosen(const AlertLink &link) const;

    Grid *m_left = nullptr;
    Grid *m_right = nullptr;
    QList<AlertLink> m_links;
    QString m_alertId;
    QString m_externalId;
};

/// A splitter of two panes with the strip between them.
class ConnectedSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit ConnectedSplitter(QWidget *parent = nullptr);
    ConnectorStrip *strip() const;

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace watchdesk::ui
