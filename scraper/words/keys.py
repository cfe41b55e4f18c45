"""What the keys of job objects are called, in the data of many systems and in several languages.

Keys are compared as lower-case letters and digits only: `job_title`, `jobTitle` and `Job-Title` are one.
"""

_ROLES = {
    "title": "jobopeningname jobtitle positiontitle postingtitle vacancytitle roletitle requisitiontitle offertitle titlejob jobname positionname vacancyname offername jobpostingtitle jobadtitle"
    " jobreqtitle externaltitle displaytitle openingtitle jobheadline jobheading vacaturetitel functietitel functienaam stellentitel stellenbezeichnung berufsbezeichnung"
    " jobtitel intitule intituleposte titreposte titreoffre titulooferta tituloempleo puesto nombrepuesto cargo titulovaga nomevaga nazwastanowiska stanowisko"
    " titoloannuncio joborder jobpositionname postingname rolename externaljobtitle titreannonce",
    "name": "title name titel titre titulo titol titolo tytul tittel otsikko nazev nazov text heading headline header position role subject bezeichnung label displayname vaga oferta",
    "description": "jobdescription descriptionhtml jobdescriptionhtml fulldescription jobdescriptiontext positiondescription roledescription vacancydescription offerdescription"
    " longdescription jobad jobadtext jobadhtml jobbody postingbody postingdescription jobpostingdescription externaldescription externaldescriptionstr htmldescription"
    " descriptionplain descriptionmarkdown jobdescriptionplain jobdetails jobdetail adcontent advertisement advert adtext joboverview aboutrole abouttherole stellenbeschreibung"
    " aufgabenbeschreibung functieomschrijving vacaturetekst descriptionposte descriptifposte missions descripcionoferta descripcionpuesto descricaovaga opisstanowiska"
    " jobdesc jobsummary jobpurpose fullhtml descriptionraw jobpostingbody publicdescription externalpostingdescription jobdescriptionexternal sanitizeddescription",
    "body": "description content body html details text detail desc beschreibung descriptif descripcion descricao descrizione omschrijving opis beskrivning beskrivelse kuvaus popis"
    " contenthtml bodyhtml htmlcontent markdown richtext textcontent fulltext anzeigentext overview summary aciklama",
    "section": "sections contentblocks bodysections jobsections jobdescriptions descriptions textblocks prerequisites relevantexperiences responsibilities requirements qualifications jobrequirements jobresponsibilities duties jobduties keyresponsibilities minimumqualifications preferredqualifications"
    " basicqualifications skillsandexperience whatyoulldo whatyouwilldo whoyouare whatyoullneed nicetohave musthave perks benefits benefitsdescription jobbenefits"
    " whatweoffer weoffer companydescription aboutcompany aboutus aboutthecompany additionalinformation additionalinfo additional aufgaben anforderungen anforderungsprofil"
    " profil profile wirbieten unserangebot benefitsbeschreibung unternehmensbeschreibung tatigkeiten kwalificaties functieeisen watbiedenwij taken requisitos funciones responsabilidades"
    " ofrecemos seofrece beneficios atividades avantages profilrecherche missionsprincipales entreprise requisiti mansioni offriamo obowiazki wymagania oferujemy zadania"
    " externalqualificationsstr externalresponsibilitiesstr corporatedescriptionstr organizationdescriptionstr education experience educationrequirements experiencerequirements"
    " requiredskills dailytasks methodology tasks mission intro introduction closing whyjoinus whyus howtoapply hiringprocess equalopportunity candidateprofile idealcandidate",
    "company": "company companyname hiringorganization organization organisation organizationname organisationname employer employername advertiser advertisername client clientname brand"
    " brandname companydisplayname hiringcompany businessname accountname tenantname unternehmen firma firmenname arbeitgeber entreprise nomentreprise societe raisonsociale empresa"
    " nombreempresa nomeempresa azienda nomeazienda bedrijf bedrijfsnaam werkgever pracodawca nazwafirmy foretag arbetsgivare virksomhed bedrift agencyname companytitle recruiter",
    "location": "addresscity addressstate locationcity joblocationcity location locations joblocation joblocations locationname locationsname locationtext locationstext locationdisplay jobcity city cities citynames office offices workplace workplaces address"
    " primarylocation formattedlocation fulllocation locationstring worklocation worklocations place places area region standort standorte arbeitsort einsatzort ort stadt lieu lieux"
    " lieutravail ville localisation ubicacion ciudad localidad provincia lugar localizacao cidade local sede citta luogo plaats standplaats locatie lokalizacja lokalizacje miasto"
    " miejscepracy ort arbetsort sted arbeidssted sijainti lokalita misto konum sehir normalizedlocation geolocation officelocation postinglocation companycity placeofwork",
    "employment": "contracttime employmenttypecode employmentstatuslabel employmenttype employmenttypes jobtype jobtypes worktype worktypes typeofemployment employmentform employmentstatus contracttype contracttypes positiontype commitment"
    " timetype schedule worktime jobschedule workingtime employmentterm employmentlabel typecontract beschaftigungsart anstellungsart arbeitszeit vertragsart typecontrat contrat"
    " tipocontrato jornada tipojornada tipodecontrato tipocontratto contratto dienstverband soortdienstverband typumowy rodzajumowy etat wymiarpracy anstallningsform employment"
    " jobemploymenttype workinghours worktimetype jobcategorytype employmentkind hourstype fulltimeorparttime joblevelschedule",
    "posted": "published posted date dateposted postedat posteddate postedon publishedat publisheddate datepublished publisheddatetime createdat created creationdate datecreated createdon publishedon"
    " releaseddate releasedate publicationdate postingdate startdateposting startdate firstpublished firstpublishedat updatedat liveat listedat openedat opendate activationdate"
    " publishdate datepublication datedepublication fechapublicacion datapublicacao datapublikacji veroffentlichungsdatum erscheinungsdatum publicatiedatum activefrom dateopened"
    " onlinedate externalposteddate externalpostedstartdate publishedutc posteddatetime postedtime firstactivatedat timeposted dateonline",
    "until": "validthrough validuntil expirydate expirationdate expiresat closingdate closedate applicationdeadline deadline applyby enddate closesat expires unpostedon bewerbungsfrist"
    " datelimite fechalimite datalimite scadenza sluitingsdatum sollicitatiedeadline waznedo datawygasniecia applicationenddate lastapplicationdate externalpostedenddate postingenddate",
    "salary": "salary salaryrange basesalary compensation compensationrange salarytext salarydisplay salaryinfo salarylabel pay payrange payrate wage remuneration salarydescription"
    " compensationtier compensationtiersummary compensationsummary salarysummary estimatedsalary gehalt gehaltsspanne verguetung vergutung salaire remunerationtext salario rangosalarial"
    " sueldo retribucion faixasalarial remuneracao stipendio retribuzione ral salaris wynagrodzenie widelki lon palkka mzda plat maas salarydetails salarydata compensationdetails"
    " salaryrangetext formattedsalary salarystring payinfo salarysnippet",
    "remote": "remote isremote remoteallowed allowremote workplacetype remotetype workfromhome telecommuting locationtype workmodel remotestatus jobworkplacetype workarrangement workmode"
    " remoteworkmodel homeoffice teletravail teletrabajo ishybrid workplacemode remotepolicy",
    "url": "url joburl absoluteurl hostedurl applyurl applicationurl link joblink permalink canonicalurl externalurl postingurl applylink careersurl shareurl jobadurl publicurl jobdetailurl",
    "id": "id jobid uuid guid slug hash jobhash shortcode code reference referencenumber jobreference requisitionid reqid jobreqid postingid offerid vacancyid externalid positionid"
    " jobslug shortlink objectid jobopeningid refnumber internaljobid jobnumber jobcode key urlslug",
}
ROLES = {key: role for role, keys in _ROLES.items() for key in keys.lower().split()}
_OTHERS = (
    "relatedjobs similarjobs otherjobs recommendedjobs morejobs recommendations related similar suggestedjobs"
    " othervacancies seo meta metadata user currentuser viewer translations i18n messages locale config"
    " settings questions applicationform form fields footer header navigation menu theme features featureflags"
    " breadcrumbs analytics tracking"
)
OTHERS = frozenset(_OTHERS.split())
_JOB_PATH = (
    "job jobs posting jobposting vacancy position offer opening requisition jobdetail jobdetails jobad"
    " vacature stelle oferta offre vaga joboffer currentjob jobdata"
)
JOB_PATH = frozenset(_JOB_PATH.split())
