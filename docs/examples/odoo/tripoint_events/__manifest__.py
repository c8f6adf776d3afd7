{
    'name': 'Tripoint events',
    'summary': 'Tells a Tripoint gateway, signed, what is created, written and removed',
    'version': '19.0.1.0.0',
    'author': 'You',
    'license': 'LGPL-3',
    'depends': ['project'],
    'data': ['security/ir.model.access.csv', 'data/cron.xml'],
}
