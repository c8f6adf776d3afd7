{
    'name': 'Tripoint runs',
    'summary': 'Shows beside each project how many runs of agents were done for it',
    'version': '19.0.1.0.0',
    'author': 'You',
    'license': 'LGPL-3',
    'depends': ['project'],
    'data': ['views/project.xml'],
}
