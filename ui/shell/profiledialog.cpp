// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/profiledialog.h"

#include "app/base/safetext.h"
#include "app/defender/cloud.h"
#include "app/session/profileconnection.h"
#include "app/session/profilesignin.h"
#include "app/session/secrets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

constexpr qint64 kLargestPem = 256 * 1'024;
constexpr int kLongestText = 2'000;

using Way = session::Profile::SignIn;

QLabel *wrapped(const QString &text, const char *look)
{
    QLabel *label = plainLabel(text, look);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// Not by colour alone.
QString mark(session::TestStep::Outcome outcome)
{
    using Outcome = session::TestStep::Outcome;
    return outcome == Outcome::Ok        ? QStringLiteral("✓")
           : outcome == Outcome::Warning ? QStringLiteral("!")
                                         : QStringLiteral("✗");
}

const char *lookOf(session::TestStep::Outcome outcome)
{
    using Outcome = session::TestStep::Outcome;
    return outcome == Outcome::Ok ? "good" : outcome == Outcome::Warning ? "warn" : "bad";
}

QString colourTitle(const QString &colour)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("blue"), QT_TRANSLATE_NOOP("watchdesk::ui::Colours", "Blue")},
        {QStringLiteral("green"), QT_TRANSLATE_NOOP("watchdesk::ui::Colours", "Green")},
        {QStringLiteral("yellow"), QT_TRANSLATE_NOOP("watchdesk::ui::Colours", "Yellow")},
        {QStringLiteral("orange"), QT_TRANSLATE_NOOP("watchdesk::ui::Colours", "Orange")},
        {QStringLiteral("red"), QT_TRANSLATE_NOOP("watchdesk::ui::Colours", "Red")},
        {QStringLiteral("violet"), QT_TRANSLATE_NOOP("watchdesk::ui::Colours", "Violet")}};
    return QCoreApplication::translate("watchdesk::ui::Colours", titles.value(colour));
}

} // namespace

ProfileDialog::ProfileDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Tenant profiles"));
    resize(720, 760);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    buildChoice(layout);
    buildForm(layout);
    buildResult(layout);
    buildButtons(layout);
    fillNames({});
    showProfile({});
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::buildChoice(QBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    QLabel *label = plainLabel(tr("&Profile"), "muted");
    m_names = new QComboBox;
    m_names->setAccessibleName(tr("Profile"));
    label->setBuddy(m_names);
    row->addWidget(label);
    row->addWidget(m_names, 1);
    auto *remove = new QPushButton(tr("&Remove …"));
    remove->setAutoDefault(false);
    row->addWidget(remove);
    layout->addLayout(row);
    connect(m_names, &QComboBox::activated, this, [this] { showProfile(m_names->currentData().toString()); });
    connect(remove, &QPushButton::clicked, this, &ProfileDialog::removeShown);
}

QLineEdit *ProfileDialog::line(QFormLayout *form, const QString &label, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(kLongestText);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(label, edit);
    return edit;
}

void ProfileDialog::buildForm(QBoxLayout *layout)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *ground = new QWidget;
    ground->setObjectName(QStringLiteral("scrolled"));
    auto *form = new QFormLayout(ground);
    form->setContentsMargins(12, 10, 12, 10);
    form->setVerticalSpacing(7);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildIdentity(form);
    form->addRow(sectionLabel(tr("Addresses and network")));
    buildAddresses(form);
    scroll->setWidget(ground);
    layout->addWidget(scroll, 1);
}

void ProfileDialog::buildIdentity(QFormLayout *form)
{
    m_name = line(form, tr("&Name"), tr("letters, digits, dashes"));
    m_colour = new QComboBox;
    m_colour->addItem(tr("By its name"), QString());
    for (const QString &colour : session::tenantColours())
        m_colour->addItem(swatch(tenantTone(colour)), colourTitle(colour), colour);
    m_colour->setAccessibleName(tr("Colour of its windows"));
    form->addRow(tr("Colo&ur of its windows"), m_colour);
    m_cloud = new QComboBox;
    for (const defender::Cloud &cloud : defender::clouds())
        m_cloud->addItem(QCoreApplication::translate("watchdesk::ui::Clouds", cloud.title.toUtf8().constData()),
                         cloud.name);
    m_cloud->addItem(tr("Custom"), QStringLiteral("custom"));
    m_cloud->setAccessibleName(tr("Cloud"));
    form->addRow(tr("C&loud"), m_cloud);
    m_region = new QComboBox;
    m_region->setAccessibleName(tr("Region"));
    form->addRow(tr("Re&gion"), m_region);
    m_tenantId = line(form, tr("&Tenant id"), QStringLiteral("00000000-0000-0000-0000-000000000000"));
    m_clientId = line(form, tr("App (&client) id"), QStringLiteral("00000000-0000-0000-0000-000000000000"));
    m_way = new QComboBox;
    m_way->addItem(tr("Client secret"), int(Way::Secret));
    m_way->addItem(tr("Certificate"), int(Way::Certificate));
    m_way->addItem(tr("A person, in the browser"), int(Way::Browser));
    m_way->addItem(tr("A person, by device code"), int(Way::DeviceCode));
    m_way->setAccessibleName(tr("Way to sign in"));
    form->addRow(tr("&Sign-in"), m_way);
    auto *proof = new QWidget;
    auto *row = new QHBoxLayout(proof);
    row->setContentsMargins(0, 0, 0, 0);
    m_secret = new QLineEdit;
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(kLongestText);
    m_secret->setAccessibleName(tr("Client secret"));
    m_proofButton = new QPushButton;
    m_proofButton->setAutoDefault(false);
    row->addWidget(m_secret, 1);
    row->addWidget(m_proofButton);
    row->addStretch(0);
    m_secretLabel = plainLabel({});
    form->addRow(m_secretLabel, proof);
    connect(m_cloud, &QComboBox::currentIndexChanged, this, &ProfileDialog::showCloud);
    connect(m_region, &QComboBox::activated, this, [this] {
        const defender::Cloud *cloud = defender::cloudNamed(m_cloud->currentData().toString());
        const QString region = m_region->currentData().toString();
        if (cloud)
            m_apiUrl->setText(cloud->defender.regions.value(region, cloud->defender.url).toString());
    });
    connect(m_way, &QComboBox::currentIndexChanged, this, &ProfileDialog::showSignIn);
    connect(m_proofButton, &QPushButton::clicked, this, [this] {
        if (Way(m_way->currentData().toInt()) == Way::Certificate)
            loadCertificate();
        else
            signIn();
    });
}

void ProfileDialog::buildAddresses(QFormLayout *form)
{
    m_apiUrl = line(form, tr("Defender &API"));
    m_authority = line(form, tr("Sign-in ser&vice"));
    m_graphUrl = line(form, tr("&Microsoft Graph"));
    m_audience = line(form, tr("A&udience of tokens"));
    m_kustoUrl = line(form, tr("&Kusto cluster"), tr("none"));
    m_kustoDatabase = line(form, tr("Its &database"));
    m_proxy = line(form, tr("Pro&xy"), tr("what the system says; else http://host:port or socks5://host:port"));
    auto *row = new QHBoxLayout;
    m_caFile = new QLineEdit;
    m_caFile->setPlaceholderText(tr("the system's alone"));
    m_caFile->setAccessibleName(tr("Certificate authorities"));
    auto *choose = new QPushButton(tr("Choose …"));
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose the file of certificate authorities"));
    row->addWidget(m_caFile, 1);
    row->addWidget(choose);
    form->addRow(tr("Certificate auth&orities"), row);
    connect(choose, &QPushButton::clicked, this, [this] { chooseFile(m_caFile); });
}

void ProfileDialog::buildResult(QBoxLayout *layout)
{
    auto *frame = new QFrame;
    frame->setProperty("look", QStringLiteral("pill"));
    m_steps = new QVBoxLayout(frame);
    m_steps->setContentsMargins(12, 10, 12, 10);
    m_steps->setSpacing(5);
    layout->addWidget(frame);
}

void ProfileDialog::buildButtons(QBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    m_testButton = new QPushButton(tr("T&est connection"));
    auto *save = new QPushButton(tr("Sa&ve"));
    m_openButton = new QPushButton(tr("Open &window"));
    auto *close = new QPushButton(tr("Close"));
    for (QPushButton *button : {m_testButton, save, m_openButton, close}) {
        button->setAutoDefault(false);
        if (button == save)
            row->addStretch(1);
        row->addWidget(button);
    }
    layout->addLayout(row);
    connect(m_testButton, &QPushButton::clicked, this, &ProfileDialog::testConnection);
    connect(save, &QPushButton::clicked, this, &ProfileDialog::saveProfile);
    connect(m_openButton, &QPushButton::clicked, this, &ProfileDialog::openShown);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void ProfileDialog::fillNames(const QString &chosen)
{
    m_names->clear();
    m_names->addItem(tr("New profile"), QString());
    for (const QString &name : session::profileNames())
        m_names->addItem(name, name);
    m_names->setCurrentIndex(std::max(0, m_names->findData(chosen)));
}

void ProfileDialog::showProfile(const QString &name)
{
    m_test.reset();
    m_signIn.reset();
    session::Profile profile;
    profile.cloud = QStringLiteral("commercial");
    const auto loaded = name.isEmpty() ? session::withCloud(profile) : session::loadProfile(name);
    if (loaded)
        profile = *loaded;
    m_names->setCurrentIndex(std::max(0, m_names->findData(name)));
    m_name->setText(profile.name);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(profile.colour)));
    m_cloud->setCurrentIndex(std::max(0, m_cloud->findData(profile.cloud)));
    showCloud();
    m_tenantId->setText(profile.tenantId);
    m_clientId->setText(profile.clientId);
    m_way->setCurrentIndex(m_way->findData(int(profile.signIn)));
    showSignIn();
    m_secret->clear();
    m_certificate.clear();
    const QList<std::pair<QLineEdit *, QString>> fields = {
        {m_apiUrl, profile.apiUrl.toString()},     {m_authority, profile.authority.toString()},
        {m_graphUrl, profile.graphUrl.toString()}, {m_audience, profile.audience},
        {m_kustoUrl, profile.kustoUrl.toString()}, {m_kustoDatabase, profile.kustoDatabase},
        {m_proxy, profile.proxy.toString()},       {m_caFile, profile.caFile}};
    for (const auto &[field, text] : fields)
        field->setText(text);
    m_openButton->setEnabled(!name.isEmpty());
    if (loaded)
        say(tr("A secret is kept in the keychain only. A test says step by step what works."), "muted");
    else
        say(loaded.error().message, "bad");
}

/// A cloud knows its addresses; a custom one is asked for them.
void ProfileDialog::showCloud()
{
    const defender::Cloud *cloud = defender::cloudNamed(m_cloud->currentData().toString());
    m_region->clear();
    m_region->addItem(tr("Nearest"), QString());
    const QStringList regions = cloud ? QStringList(cloud->defender.regions.keys()) : QStringList();
    for (const QString &region : regions)
        m_region->addItem(region, region);
    m_region->setEnabled(m_region->count() > 1);
    if (!cloud || !m_apiUrl)
        return;
    m_apiUrl->setText(cloud->defender.url.toString());
    m_authority->setText(cloud->authority.toString());
    m_graphUrl->setText(cloud->graph.url.toString());
    m_audience->setText(cloud->defender.audience);
}

void ProfileDialog::showSignIn()
{
    const Way way = Way(m_way->currentData().toInt());
    m_secret->setVisible(way == Way::Secret);
    m_proofButton->setVisible(way != Way::Secret);
    m_secretLabel->setText(way == Way::Secret        ? tr("Client secret")
                           : way == Way::Certificate ? tr("Certificate and key")
                                                     : tr("Person"));
    m_secret->setPlaceholderText(tr("unchanged if left empty"));
    m_proofButton->setText(way == Way::Certificate ? tr("Choose PEM file …") : tr("Sign in …"));
}

session::Profile ProfileDialog::edited() const
{
    session::Profile profile;
    profile.name = m_name->text().trimmed();
    profile.colour = m_colour->currentData().toString();
    profile.cloud = m_cloud->currentData().toString();
    profile.tenantId = m_tenantId->text().trimmed();
    profile.clientId = m_clientId->text().trimmed();
    profile.signIn = Way(m_way->currentData().toInt());
    profile.apiUrl = QUrl(m_apiUrl->text().trimmed(), QUrl::StrictMode);
    profile.authority = QUrl(m_authority->text().trimmed(), QUrl::StrictMode);
    profile.graphUrl = QUrl(m_graphUrl->text().trimmed(), QUrl::StrictMode);
    profile.audience = m_audience->text().trimmed();
    profile.kustoUrl = QUrl(m_kustoUrl->text().trimmed(), QUrl::StrictMode);
    profile.kustoDatabase = m_kustoDatabase->text().trimmed();
    profile.proxy = QUrl(m_proxy->text().trimmed(), QUrl::StrictMode);
    profile.caFile = m_caFile->text().trimmed();
    return profile;
}

void ProfileDialog::chooseFile(QLineEdit *target)
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, target, &QLineEdit::setText);
    dialog->open();
}

void ProfileDialog::loadCertificate()
{
    auto *dialog = new QFileDialog(this, tr("Certificate and private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Certificates (*.pem);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestPem)
            return say(tr("%1 cannot be read.").arg(visibleText(path, 300)), "bad");
        m_certificate = QString::fromUtf8(file.readAll());
        const auto good = session::checkSecret(edited(), m_certificate);
        say(good ? tr("%1 goes into the keychain when you save.").arg(*good) : good.error().message,
            good ? "good" : "bad");
        if (!good)
            m_certificate.clear();
    });
    dialog->open();
}

void ProfileDialog::signIn()
{
    const session::Profile profile = edited();
    if (const auto good = session::checkProfile(profile); !good)
        return say(good.error().message, "bad");
    clearSteps();
    m_signIn = std::make_unique<session::ProfileSignIn>(profile);
    connect(m_signIn.get(), &session::ProfileSignIn::browserWanted, this, [this](const QUrl &url) {
        say(tr("The browser opens for the sign-in; come back here when it is done."), "muted");
        QDesktopServices::openUrl(url);
    });
    connect(m_signIn.get(), &session::ProfileSignIn::codeIssued, this, [this](const QString &code, const QUrl &page) {
        clearSteps();
        m_steps->addWidget(wrapped(tr("Open %1 on any computer and enter the code").arg(page.toString()), "muted"));
        QLabel *big = wrapped(code, nullptr);
        big->setFont(monoFont(20));
        m_steps->addWidget(big);
    });
    m_signIn->start().then(this, [this](const Result<QString> &user) {
        if (!user)
            return say(user.error().message, "bad");
        say(user->isEmpty() ? tr("Signed in.") : tr("%1 is signed in.").arg(visibleText(*user, 200)), "good");
    });
}

/// The one that was typed, else the one that is kept.
void ProfileDialog::withSecret(std::function<void(const QString &secret)> next)
{
    const session::Profile profile = edited();
    if (profile.signIn == Way::Secret && !m_secret->text().isEmpty())
        return next(m_secret->text());
    if (profile.signIn == Way::Certificate && !m_certificate.isEmpty())
        return next(m_certificate);
    session::secrets().read(session::secretKey(profile)).then(this, [next](const Result<QString> &kept) {
        next(kept.value_or(QString()));
    });
}

void ProfileDialog::testConnection()
{
    if (const auto good = session::checkProfile(edited()); !good)
        return say(good.error().message, "bad");
    clearSteps();
    m_testButton->setEnabled(false);
    withSecret([this](const QString &secret) { beginTest(secret); });
}

void ProfileDialog::beginTest(const QString &secret)
{
    const auto connection = session::connectionOf(edited(), secret);
    if (!connection) {
        m_testButton->setEnabled(true);
        return say(connection.error().message, "bad");
    }
    m_test = std::make_unique<session::ConnectionTest>(*connection);
    connect(m_test.get(), &session::ConnectionTest::stepDone, this, &ProfileDialog::showStep);
    m_test->start().then(this, [this](const Result<QList<session::TestStep>> &) {
        m_testButton->setEnabled(true);
        m_test.release()->deleteLater();
    });
}

void ProfileDialog::showStep(const session::TestStep &step)
{
    m_steps->addWidget(wrapped(mark(step.outcome) + u' ' + visibleText(step.text, kLongestText), lookOf(step.outcome)));
}

void ProfileDialog::saveProfile()
{
    const session::Profile profile = edited();
    if (const auto saved = session::saveProfile(profile); !saved)
        return say(saved.error().message, "bad");
    fillNames(profile.name);
    m_openButton->setEnabled(true);
    const QString secret = profile.signIn == Way::Secret ? m_secret->text() : m_certificate;
    if (profile.isUsers() || secret.isEmpty())
        return say(tr("Saved."), "good");
    session::secrets().write(session::secretKey(profile), secret).then(this, [this](const Result<bool> &kept) {
        const bool isKept = session::secrets().place() == net::SecretStore::Place::Keychain;
        if (!kept)
            return say(kept.error().message, "bad");
        m_secret->clear();
        say(isKept ? tr("Saved; the secret is in the keychain.")
                   : tr("Saved. There is no keychain: the secret is kept until the program ends."),
            isKept ? "good" : "warn");
    });
}

void ProfileDialog::removeShown()
{
    const QString name = m_names->currentData().toString();
    const auto profile = session::loadProfile(name);
    if (name.isEmpty())
        return say(tr("This profile was never saved."), "muted");
    auto *ask = new QMessageBox(QMessageBox::Warning, tr("Remove profile"),
                                tr("Remove “%1” and its secret? What was loaded stays.").arg(name),
                                QMessageBox::NoButton, this);
    ask->setTextFormat(Qt::PlainText);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = ask->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    ask->setDefaultButton(ask->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, [this, name, profile] {
        if (profile)
            session::secrets().remove(session::secretKey(*profile));
        const auto removed = session::removeProfile(name);
        fillNames({});
        showProfile({});
        if (!removed)
            say(removed.error().message, "bad");
    });
    ask->open();
}

void ProfileDialog::openShown() { Q_EMIT openWanted(m_names->currentData().toString()); }

void ProfileDialog::clearSteps() { emptyLayout(m_steps); }

void ProfileDialog::say(const QString &text, const char *look)
{
    clearSteps();
    m_steps->addWidget(wrapped(visibleText(text, kLongestText), look));
}

} // namespace watchdesk::ui
