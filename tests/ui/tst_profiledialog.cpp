// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/lab.h"
#include "app/session/profile.h"
#include "tests/lab/labcontent.h"
#include "ui/shell/profiledialog.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::ui;

/// Editing a profile and trying it, over a lab.
class TestProfileDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_dialog.reset(); }
    void fillsInACloud();
    void refusesNonsense();
    void testsAConnection();
    void explainsAWrongSecret();
    void savesAndShows();
    void isReachedByKeyboard();
    void keepsHostileTextPlain();

private:
    template <class T>
    T *named(const QString &name) const
    {
        for (T *widget : m_dialog->findChildren<T *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text) { named<QLineEdit>(name)->setText(text); }
    void open()
    {
        m_dialog = std::make_unique<ProfileDialog>();
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void fillLab(const QString &secret)
    {
        QComboBox *cloud = named<QComboBox>(QStringLiteral("Cloud"));
        cloud->setCurrentIndex(cloud->findData(QStringLiteral("custom")));
        type(QStringLiteral("Name"), QStringLiteral("dialog-lab"));
        type(QStringLiteral("Tenant id"), m_lab->tenantId());
        type(QStringLiteral("App (client) id"), m_lab->clientId());
        type(QStringLiteral("Client secret"), secret);
        type(QStringLiteral("Defender API"), m_lab->url().toString());
        type(QStringLiteral("Sign-in service"), m_lab->authority().toString());
        type(QStringLiteral("Microsoft Graph"), m_lab->url().toString());
        type(QStringLiteral("Audience of tokens"), QStringLiteral("https://api.securitycenter.microsoft.com"));
        type(QStringLiteral("Kusto cluster"), m_lab->url().toString());
        type(QStringLiteral("Its database"), m_lab->kustoDatabase());
        QComboBox *colour = named<QComboBox>(QStringLiteral("Colour of its windows"));
        colour->setCurrentIndex(colour->findData(QStringLiteral("violet")));
    }
    QStringList said() const
    {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->wordWrap())
                texts.append(label->text());
        }
        return texts;
    }
    void draw(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("WATCHDESK_SHOTS");
        if (!folder.isEmpty())
            m_dialog->grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<lab::Lab> m_lab;
    std::unique_ptr<ProfileDialog> m_dialog;
};

void TestProfileDialog::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    qputenv("WATCHDESK_KEYCHAIN", "memory");
    m_theme.choose(Theme::Choice::Dark);
    const auto content = lab::smallContent(m_folder.path(), {});
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    auto lab = lab::Lab::startWith(*content, {});
    QVERIFY(lab);
    m_lab = std::move(*lab);
}

void TestProfileDialog::fillsInACloud()
{
    open();
    QComboBox *cloud = named<QComboBox>(QStringLiteral("Cloud"));
    cloud->setCurrentIndex(cloud->findData(QStringLiteral("gccHigh")));
    QCOMPARE(m_dialog->edited().authority, QUrl(QStringLiteral("https://login.microsoftonline.us")));
    QCOMPARE(m_dialog->edited().audience, QStringLiteral("https://api-gov.securitycenter.microsoft.us"));
    QVERIFY(!named<QComboBox>(QStringLiteral("Region"))->isEnabled());
    cloud->setCurrentIndex(cloud->findData(QStringLiteral("commercial")));
    QComboBox *region = named<QComboBox>(QStringLiteral("Region"));
    QVERIFY(region->isEnabled());
    region->setCurrentIndex(region->findData(QStringLiteral("eu")));
    Q_EMIT region->activated(region->currentIndex());
    QCOMPARE(m_dialog->edited().apiUrl, QUrl(QStringLiteral("https://eu.api.security.microsoft.com")));
    draw(QStringLiteral("profile-new-dark"));
}

void TestProfileDialog::refusesNonsense()
{
    open();
    button(QStringLiteral("Save"))->click();
    QVERIFY(said().join(u'\n').contains(QStringLiteral("name")));
    type(QStringLiteral("Name"), QStringLiteral("../../x"));
    button(QStringLiteral("Save"))->click();
    QVERIFY(said().join(u'\n').contains(QStringLiteral("letters, digits")));
    fillLab(m_lab->clientSecret());
    type(QStringLiteral("Defender API"), QStringLiteral("http://api.example.com"));
    button(QStringLiteral("Test connection"))->click();
    QVERIFY(said().join(u'\n').contains(QStringLiteral("TLS")));
    QVERIFY(session::profileNames().isEmpty());
}

void TestProfileDialog::testsAConnection()
{
    open();
    fillLab(m_lab->clientSecret());
    button(QStringLiteral("Test connection"))->click();
    QVERIFY(!button(QStringLiteral("Test connection"))->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return button(QStringLiteral("Test connection"))->isEnabled(); }, 20'000));
    const QStringList steps = said();
    QCOMPARE(steps.filter(QStringLiteral("✓")).size(), 6);
    QVERIFY(steps.join(u'\n').contains(QStringLiteral("Machine.Isolate")));
    draw(QStringLiteral("profile-tested-dark"));
    m_theme.choose(Theme::Choice::Light);
    QCoreApplication::processEvents();
    draw(QStringLiteral("profile-tested-light"));
    m_theme.choose(Theme::Choice::Dark);
}

void TestProfileDialog::explainsAWrongSecret()
{
    open();
    fillLab(QStringLiteral("certainly-wrong-secret"));
    button(QStringLiteral("Test connection"))->click();
    QVERIFY(QTest::qWaitFor([&] { return button(QStringLiteral("Test connection"))->isEnabled(); }, 20'000));
    const QString all = said().join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("The client secret is wrong.")), qPrintable(all));
    QVERIFY(!all.contains(QStringLiteral("certainly-wrong-secret")));
    draw(QStringLiteral("profile-wrong-dark"));
}

void TestProfileDialog::savesAndShows()
{
    open();
    fillLab(m_lab->clientSecret());
    button(QStringLiteral("Save"))->click();
    QCOMPARE(session::profileNames(), QStringList{QStringLiteral("dialog-lab")});
    QVERIFY(said().join(u'\n').contains(QStringLiteral("no keychain"))); // this test has none, and it is said
    QFile file(m_folder.path() + QStringLiteral("/watchdesk/profiles/dialog-lab.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(m_lab->clientSecret().toUtf8()));

    open();
    m_dialog->showProfile(QStringLiteral("dialog-lab"));
    QCOMPARE(m_dialog->edited().tenantId, m_lab->tenantId());
    QCOMPARE(m_dialog->edited().colour, QStringLiteral("violet"));
    QVERIFY(named<QLineEdit>(QStringLiteral("Client secret"))->text().isEmpty());
    // What is kept is used where nothing was typed.
    button(QStringLiteral("Test connection"))->click();
    QVERIFY(QTest::qWaitFor([&] { return button(QStringLiteral("Test connection"))->isEnabled(); }, 20'000));
    QCOMPARE(said().filter(QStringLiteral("✓")).size(), 6);
}

void TestProfileDialog::isReachedByKeyboard()
{
    open();
    named<QComboBox>(QStringLiteral("Profile"))->setFocus();
    QSet<QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QLineEdit *>(widget) || qobject_cast<QPushButton *>(widget) ||
                               qobject_cast<QComboBox *>(widget);
        if (!isControl || !widget->isVisible() || !widget->isEnabled())
            continue;
        QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
        const auto *press = qobject_cast<QPushButton *>(widget);
        QVERIFY(press ? !press->text().isEmpty() && !press->isDefault() : !widget->accessibleName().isEmpty());
    }
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestProfileDialog::keepsHostileTextPlain()
{
    open();
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qPrintable(label->text()));
}

QTEST_MAIN(TestProfileDialog)
#include "tst_profiledialog.moc"
