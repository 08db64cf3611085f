// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/sheetrequest.h"

#include <QObject>

class QMenu;

namespace watchdesk::defender {
struct Resource;
struct ResourceAction;
} // namespace watchdesk::defender
namespace watchdesk::response {
class Gate;
}

namespace watchdesk::ui {

class ResourcePane;

/// The button of a list with everything that its descriptor lets be done, to the chosen rows or without any. What the
/// sign-in may not do is grey and says why. Sends nothing: wanted() says what a sheet is to be opened for. GUI thread.
class RowActions : public QObject
{
    Q_OBJECT

public:
    /// The pane owns it. A list whose rows are another resource's entities offers what those have.
    explicit RowActions(ResourcePane *pane);

    static bool isOffered(const defender::Resource &resource);
    void useGate(response::Gate *gate) { m_gate = gate; }
    void fill(QMenu *menu);

Q_SIGNALS:
    void wanted(const watchdesk::ui::SheetRequest &request);

private:
    SheetRequest requestOf(const defender::ResourceAction &action) const;
    QStringList chosenKeys() const;

    ResourcePane *m_pane;
    response::Gate *m_gate = nullptr;
};

} // namespace watchdesk::ui
