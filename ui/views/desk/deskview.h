// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/view.h"

#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace watchdesk::ui {

class ActionSheet;
class ConnectedSplitter;
class GridPane;
class Inspector;
class InspectorFeed;
class LiveQuery;
class ResponseBar;
struct SheetRequest;
class TimelineFeed;
class TimelineView;
class Pane;

/// Devices, indicators, Defender alerts and external alerts side by side, linked: choosing one marks what belongs to
/// it everywhere. Below the timeline, at the right what is known of it and what can be done. GUI thread.
class DeskView : public View
{
    Q_OBJECT

public:
    explicit DeskView(QWidget *parent = nullptr);
    ~DeskView() override;

    QString name() const override { return QStringLiteral("desk"); }
    void useSession(std::shared_ptr<session::Session> session) override;
    void setTimeRange(const TimeRange &range) override;
    void showSubject(const Subject &subject) override;
    bool isSettled() const override;

    /// Opens the sheet for the chosen device; false where there is none or nothing may be sent.
    bool openSheet(const QString &action);
    bool openSheet(const SheetRequest &request);
    /// Opens the sheet that raises a Defender alert on the event behind an external one, or says why it cannot.
    void pushToDefender(const QString &externalId);
    bool canRespond() const;
    /// Everything that can be asked for about the selection.
    void fillResponseMenu(QMenu *menu);
    ActionSheet *sheet() const { return m_sheet; }
    /// The strongest story at hand, for a first look and for pictures: the best correlated pair, else the worst alert.
    Subject mostTelling() const;
    bool hasData() const; ///< there are devices on the screen
    void clearSelection();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildPanes();
    void buildTimeline();
    void buildInspector();
    void buildLayout();
    void connectSelection();
    void tagNewAlerts();
    void tagSources();
    void takeLinks(const TablePointer &table);
    void showRelated();
    void markNext();
    void mark(GridPane *pane);
    void showTimelineFor(const QString &deviceId);
    SheetRequest widened(SheetRequest request) const;
    void updatePush();
    void afterAction(const QString &action);
    void closeSheet();
    void expand(Pane *pane);
    Ticks now() const;
    Ticks from() const;

    std::shared_ptr<session::Session> m_session;
    TimeRange m_range;
    Selection *m_selection = nullptr;
    LiveQuery *m_links = nullptr;
    GridPane *m_devices = nullptr;
    GridPane *m_alerts = nullptr;
    GridPane *m_externals = nullptr;
    GridPane *m_indicators = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_footText = nullptr;
    QPushButton *m_push = nullptr;
    ConnectedSplitter *m_alertSplitter = nullptr;
    Pane *m_timelinePane = nullptr;
    TimelineView *m_timeline = nullptr;
    TimelineFeed *m_timelineFeed = nullptr;
    QStackedWidget *m_right = nullptr;
    Inspector *m_inspector = nullptr;
    InspectorFeed *m_inspectorFeed = nullptr;
    ResponseBar *m_responses = nullptr;
    ActionSheet *m_sheet = nullptr;
    QSplitter *m_left = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_top = nullptr;
    QSplitter *m_rows = nullptr;
    Pane *m_expanded = nullptr; ///< the one that fills the desk
    QList<GridPane *> m_toMark; ///< what is related is not shown there yet
    QTimer m_turn;              ///< fires in every turn of the event loop
    bool m_arranged = false;    ///< after that the user's sizes hold
};

} // namespace watchdesk::ui
