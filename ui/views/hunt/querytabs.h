// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"
#include "ui/views/hunt/tabstore.h"
#include "ui/widgets/kqleditor.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLineEdit;
class QTabBar;
class QTextDocument;

namespace watchdesk::ui {

class KqlHighlighter;

/// The queries that are open: a document each, shown in one editor. Names, order and texts outlive the program, also
/// one that is killed: they are written a moment after each change. Closed tabs can be had back.
///
/// GUI thread; files are written on a thread of its own.
class QueryTabs : public QWidget
{
    Q_OBJECT
public:
    explicit QueryTabs(KqlEditor *editor, QWidget *parent = nullptr);
    ~QueryTabs() override;

    /// Opens what `path` holds (none: nothing is kept) and keeps it there from now on; without any, one tab with
    /// `text`.
    void restore(const QString &path, const QString &text);
    /// A new tab in front; an empty tab that was in front gives way to it.
    void open(const QString &text, const QString &name = {});
    void close(int index);
    void reopenClosed();
    void rename(int index);
    void step(int by);
    int count() const;
    int current() const;
    QString nameAt(int index) const;
    void setSchema(const kql::Schema &schema);

Q_SIGNALS:
    void currentChanged(); ///< the editor has another document
    void problem(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Tab
    {
        std::unique_ptr<QTextDocument> document;
        KqlHighlighter *highlighter = nullptr;
        QString name;
        int position = 0;
    };

    void add(const SavedTab &saved);
    QWidget *closeButton();
    void clear();
    void show(int index);
    void keepPosition();
    void moved(int from, int to);
    void finishRename();
    void refreshNames();
    SavedTab savedFrom(const Tab &tab) const;
    SavedTabs saved();
    void save();

    QPointer<KqlEditor> m_editor;
    QTabBar *m_bar;
    QLineEdit *m_nameField;
    int m_renamed = -1;
    int m_shown = -1;
    std::vector<Tab> m_tabs;
    QList<SavedTab> m_closed;
    kql::Schema m_schema;
    QString m_path;
    QTimer m_pause;
    QThreadPool m_writer;
};

} // namespace watchdesk::ui
