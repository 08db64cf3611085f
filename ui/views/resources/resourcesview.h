// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resource.h"
#include "ui/widgets/view.h"

#include <QHash>
#include <QPointer>

class QMenu;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace watchdesk::ui {

class ActionSheet;
class LiveQuery;
class Pane;
class RecordDetail;
class ResourcePane;
class ResourceTree;
class TrendPane;
struct SheetRequest;

/// Everything that the API offers: the list of resources at the left, the chosen one as a grid, below it what belongs
/// to the chosen row, at the right the row with every property. From the store, so it works offline; never-loaded lists
/// load themselves. GUI thread.
class ResourcesView : public View
{
    Q_OBJECT

public:
    explicit ResourcesView(QWidget *parent = nullptr);

    QString name() const override { return QStringLiteral("resources"); }
    void useSession(std::shared_ptr<session::Session> session) override;
    bool isSettled() const override;
    /// Shows the resource and chooses its first row, for pictures and tests.
    void showResource(const QString &resource);
    void chooseFirstRow();
    ResourcePane *currentPane() const;
    /// What can be done with the chosen rows of the list.
    void fillResponseMenu(QMenu *menu);
    TrendPane *trend() const { return m_trend; }
    ActionSheet *sheet() const { return m_sheet; }
    /// The sheet beside the list, in the place of the record.
    void openSheet(const SheetRequest &request);

private:
    void buildLayout();
    ResourcePane *paneOf(const defender::Resource &resource);
    void choose(const QString &resource);
    void chooseRow(const QString &wanted);
    void showRow(const QString &key);
    void showRelations();
    void showRelation(int tab);
    void showRelatedRow(const QString &key);

    std::shared_ptr<session::Session> m_session;
    LiveQuery *m_states = nullptr;
    ResourceTree *m_tree = nullptr;
    QStackedWidget *m_lists = nullptr;
    QWidget *m_below = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_relations = nullptr;
    QStackedWidget *m_right = nullptr;
    TrendPane *m_trend = nullptr;
    RecordDetail *m_detail = nullptr;
    ActionSheet *m_sheet = nullptr;
    QHash<QString, ResourcePane *> m_panes;
    QPointer<ResourcePane> m_current;
    QPointer<ResourcePane> m_relation;
    QString m_key;
    QString m_wanted; ///< the row to choose when it has come
};

} // namespace watchdesk::ui
